using System.Text.Json;
using PagoConsole.Sandbox.Shoppers;
using PagoConsole.Sandbox.Storage;

namespace PagoConsole.Sandbox.Faults;

/// <summary>What goes wrong with one gateway call.</summary>
internal enum CallFault
{
    None,
    TimeoutUndone,
    TimeoutDone,
    ErrorUndone,
    MaintenanceUndone,
    ErrorDone,
}

/// <summary>What goes wrong with one event.</summary>
internal readonly record struct EventFault(bool Dropped, bool Doubled, TimeSpan HeldBack);

/// <summary>
/// The faults in force. They are kept in the file, because they belong to the other side and outlive a restart of the console.
/// </summary>
internal sealed class FaultBox
{
    private const string Setting = "faults";

    private readonly SandboxFile _file;
    private readonly long _seed;
    private readonly Lock _gate = new();
    private Dice _dice;
    private FaultSettings? _current;

    public FaultBox(SandboxFile file, ShopperSettings shoppers)
    {
        _file = file;
        _seed = shoppers.Seed;
        _dice = Dice.For(_seed, 0);
    }

    public FaultSettings Current => _current ??= Load();

    public async Task SetAsync(FaultSettings faults)
    {
        var json = JsonSerializer.Serialize(faults, WireFormat.CamelCase);
        await _file.WriteAsync(db =>
        {
            db.Execute(
                "INSERT INTO settings (name, value) VALUES (@name, @json) ON CONFLICT (name) DO UPDATE SET value = @json",
                ("name", Setting), ("json", json));
        });
        lock (_gate) _dice = Dice.For(faults.Seed ?? _seed, 0);
        _current = faults;
    }

    /// <summary>An error of a create leaves nothing behind; only a timeout leaves it in doubt.</summary>
    public CallFault ThrowForCall(bool isCreate)
    {
        var faults = Current;
        lock (_gate)
        {
            if (_dice.Chance(faults.TimeoutRate)) return _dice.Chance(0.5) ? CallFault.TimeoutDone : CallFault.TimeoutUndone;
            if (!_dice.Chance(faults.ErrorRate)) return CallFault.None;
            return _dice.Between(0, 2) switch
            {
                0 when !isCreate => CallFault.ErrorDone,
                0 or 1 => CallFault.ErrorUndone,
                _ => CallFault.MaintenanceUndone,
            };
        }
    }

    public EventFault ThrowForEvent()
    {
        var faults = Current;
        lock (_gate)
        {
            return new(
                _dice.Chance(faults.DropWebhooks), _dice.Chance(faults.DuplicateWebhooks),
                _dice.Chance(faults.ReorderWebhooks) ? TimeSpan.FromMilliseconds(_dice.Between(1500, 5000)) : TimeSpan.Zero);
        }
    }

    private FaultSettings Load()
    {
        var kept = _file.Read(db => db.Query("SELECT value FROM settings WHERE name = @name", row => row.GetString(0), ("name", Setting)));
        return kept is [var json] ? JsonSerializer.Deserialize<FaultSettings>(json, WireFormat.CamelCase)! : new();
    }
}
