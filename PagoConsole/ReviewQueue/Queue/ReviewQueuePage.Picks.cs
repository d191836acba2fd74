using PagoConsole.Core.Review;
using PagoConsole.Core.Review.Queue;

namespace PagoConsole.ReviewQueue.Queue;

/// <content>What is selected.</content>
public sealed partial class ReviewQueuePage
{
    private readonly HashSet<string> selected = new(StringComparer.Ordinal);
    private string? anchor;

    private IReadOnlyList<QueuedCase> SelectedCases => view is null ? [] :
    [
        .. view.Cases.Where(c => selected.Contains(c.OrderId)),
        .. view.Open.Where(c => selected.Contains(c.OrderId)).ExceptBy(view.Cases.Select(c => c.OrderId), c => c.OrderId),
    ];

    private IEnumerable<string> Pickable => rows.Where(row => row.Case.State != ReviewState.Decided).Select(row => row.Case.OrderId);

    private bool AllShown => selected.Count > 0 && Pickable.All(selected.Contains);

    /// <summary>Ticks or unticks one; with shift all from the last one ticked to here.</summary>
    private void Pick((string OrderId, bool Range) picked)
    {
        var pickable = Pickable.ToList();
        var (from, to) = (anchor is null ? -1 : pickable.IndexOf(anchor), pickable.IndexOf(picked.OrderId));
        if (to < 0) return;
        var on = !selected.Contains(picked.OrderId);
        foreach (var orderId in picked.Range && from >= 0 ? pickable[Math.Min(from, to)..(Math.Max(from, to) + 1)] : [picked.OrderId])
        {
            if (on) selected.Add(orderId);
            else selected.Remove(orderId);
        }

        anchor = picked.OrderId;
    }

    private void PickShown()
    {
        if (AllShown) ClearPicks();
        else selected.UnionWith(Pickable);
    }

    private void PickAll() => selected.UnionWith(view?.Cases.Where(c => c.State != ReviewState.Decided).Select(c => c.OrderId) ?? []);

    private void ClearPicks()
    {
        selected.Clear();
        anchor = null;
    }
}
