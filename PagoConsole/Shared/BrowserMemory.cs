using Microsoft.JSInterop;

namespace PagoConsole.Shared;

/// <summary>Small notes that this browser tab keeps over a lost circuit.</summary>
internal sealed class BrowserMemory(IJSRuntime js)
{
    /// <summary>Reads a note and forgets it.</summary>
    public async Task<string?> TakeAsync(string key)
    {
        try
        {
            return await js.InvokeAsync<string?>("pago.take", key);
        }
        catch (JSDisconnectedException)
        {
            return null; // the page is gone already
        }
    }
}
