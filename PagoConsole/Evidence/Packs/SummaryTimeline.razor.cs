using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Evidence.Chain;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.Payments;
using PagoConsole.Events;
using PagoConsole.Orders;
using PagoConsole.Rules;

namespace PagoConsole.Evidence.Packs;

/// <summary>Everything that happened, line by line.</summary>
public sealed partial class SummaryTimeline
{
    [Inject]
    internal IStringLocalizer<OrdersText> Orders { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<EventsText> Events { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<RulesText> Rules { get; set; } = default!;

    private string WhatOf(EvidenceStep step) => step switch
    {
        JournalledStep happened => Orders.DetailOf(happened.Entry, Words) is { } detail ? $"{Orders.SentenceOf(happened.Entry, Events)} · {detail}" : Orders.SentenceOf(happened.Entry, Events),
        AssessedStep judged => Text["T_Assessed", judged.Assessment.RuleSetVersion, Rules[$"Outcome_{judged.Assessment.Outcome}"].Value, judged.Assessment.Score],
        CalledStep called => Text["T_Called", $"{called.Call.Method} {called.Call.Path}", AnswerOf(called.Call)],
        MessageStep message => MessageOf(message.Message),
        ToldStep told => Text["T_Told", told.Told.Message.Type.ToWire(), Orders[$"Outbox_{told.Told.Message.State}"].Value],
        LoginStep login => Text[login.Login.Success ? "T_Login" : "T_LoginFailed", Chain.Address(login.Login.Ip)],
        _ => "",
    };

    private string WhoOf(EvidenceStep step) => step switch
    {
        JournalledStep or MessageStep => Who(step.Actor),
        LoginStep => Text["Marketplace"],
        _ => "PagoConsole",
    };

    private string MessageOf(DeliveredMessage message)
    {
        var type = message.Type is null ? "–" : Events[$"Type_{message.Type}"] is { ResourceNotFound: false } word ? word.Value : message.Type;
        var words = Text["T_Message", Orders["Kind_webhook", Events[$"Verdict_{message.Verdict}"].Value, type].Value].Value;
        return message.Duplicates > 0 ? $"{words} · {Text["T_Again", message.Duplicates]}" : words;
    }

    private string AnswerOf(GatewayCallRow call)
    {
        var parts = new List<string> { call.Fault == GatewayFault.None && call.Status is { } status ? $"HTTP {status}" : Orders[$"Fault_{call.Fault}"].Value };
        if (call.Code is { } code) parts.Add($"{code}");
        if (call.RequestId is { } id) parts.Add(Text["T_Request", id]);
        return string.Join(" · ", parts);
    }
}
