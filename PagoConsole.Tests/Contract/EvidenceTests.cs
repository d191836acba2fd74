using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text.Json;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Contract;

[Collection(ContractCollection.Name)]
public sealed class EvidenceTests(ContractConsole contract)
{
    private readonly PagoClient marketplace = contract.Marketplace;

    [Fact]
    public async Task The_evidence_of_an_order_is_a_zip_that_the_verb_holds_against_the_store()
    {
        var id = PagoClient.Id(await contract.PaidAsync());
        (await marketplace.ActAsync(id, "shipment", ActionJson.Shipment())).Expect(200);
        (await marketplace.ActAsync(id, "delivery", ActionJson.Delivery())).Expect(200);

        using var answer = await TakeAsync(id);

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal("application/zip", answer.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith($"evidence-{id}-", answer.Content.Headers.ContentDisposition?.FileName?.Trim('"'), StringComparison.Ordinal);
        var folder = Directory.CreateTempSubdirectory("pago-pack-");
        var file = Path.Combine(folder.FullName, "pack.zip");
        await File.WriteAllBytesAsync(file, await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        try
        {
            await HasAsync(file, "summary.es.html", "VERIFY.zh.html", "manifest.json", "SHA256SUMS", "manifest.sig", "key.pem", "journal/000001.bin", "raw/deliveries/000001.body", "records/order.json");
            var outcome = await contract.Console.RunVerbAsync("verify-journal", "--pack", file, "--json");
            Assert.True(outcome.ExitCode == 0, $"{outcome.ExitCode}: {outcome.Output}{outcome.Error}");
            var known = JsonElement.Parse(outcome.Output);
            Assert.Equal((true, "compared", id), (known.GetProperty("holds").GetBoolean(), known.GetProperty("store").GetString(), known.GetProperty("order_id").GetString()));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task An_order_that_nobody_knows_is_404_and_an_id_may_hold_anything()
    {
        (await marketplace.GetAsync("/api/v1/orders/MP-nobody/evidence")).ExpectProblem(404);
        var strange = PagoClient.Id(await marketplace.PlacedAsync(OrderJson.New(OrderJson.NewId("año/7 №"))));

        using var answer = await TakeAsync(strange);

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Matches(@"\Aevidence-a_o_7__-", answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
    }

    private async Task<HttpResponseMessage> TakeAsync(string orderId)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(contract.Console.Address, $"/api/v1/orders/{Uri.EscapeDataString(orderId)}/evidence"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", PagoClient.DemoKey);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task HasAsync(string file, params string[] paths)
    {
        await using var zip = await ZipFile.OpenReadAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal([], paths.Where(path => zip.GetEntry(path) is null));
    }
}
