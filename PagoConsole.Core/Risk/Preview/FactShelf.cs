namespace PagoConsole.Core.Risk.Preview;

/// <summary>
/// Collections that were made lately on this node, for everybody who previews: at most so many orders together, none older than ten minutes. Two
/// who want the same at the same time wait for one walk; it ends when nobody waits for it any more.
/// </summary>
internal sealed class FactShelf(CollectFacts collect, RuleBook book, TimeProvider time) : IDisposable
{
    /// <summary>What is older is dropped: orders and labels come in meanwhile.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    private readonly Lock door = new();
    private readonly List<Collection> shelf = [];
    private readonly List<Walk> walks = [];
    private readonly SemaphoreSlim turns = new(2);
    private ITimer? sweeper;

    /// <summary>Orders that are kept in all; 400,000 take some 200 MB.</summary>
    public int Most { get; set; } = 400_000;

    /// <summary>A collection that is there and answers what is wanted.</summary>
    public Collection? Find(PreviewQuery query, PreviewSpan span)
    {
        lock (door)
        {
            Sweep();
            var found = shelf.Find(kept => kept.Serves(book, query, span));
            if (found is null) return null;
            shelf.Remove(found);
            shelf.Add(found); // the last one is the one that was asked for last
            return found;
        }
    }

    /// <summary>Makes a collection, or waits for one that is being made.</summary>
    public async Task<Collection> MakeAsync(PreviewQuery query, PreviewSpan span, DateTimeOffset at, Action<double> progress, CancellationToken ct)
    {
        var walk = Join(query, span, at);
        try
        {
            using var told = walk.Tell(progress);
            return await walk.Work.WaitAsync(ct);
        }
        finally
        {
            Leave(walk);
        }
    }

    public void Dispose()
    {
        lock (door)
        {
            sweeper?.Dispose();
            foreach (var walk in walks) walk.Stop.Cancel();
            shelf.Clear();
        }
    }

    private Walk Join(PreviewQuery query, PreviewSpan span, DateTimeOffset at)
    {
        lock (door)
        {
            var walk = walks.Find(w => !w.Stop.IsCancellationRequested && w.Empty.Serves(book, query, span));
            if (walk is null)
            {
                walks.Add(walk = new Walk(Collection.For(book, query, span, at)));
                walk.Work = Task.Run(() => WorkAsync(walk), CancellationToken.None);
            }

            walk.Waiting++;
            return walk;
        }
    }

    private void Leave(Walk walk)
    {
        lock (door)
        {
            if (--walk.Waiting == 0 && !walk.Work.IsCompleted) walk.Stop.Cancel();
        }
    }

    private async Task<Collection> WorkAsync(Walk walk)
    {
        try
        {
            await turns.WaitAsync(walk.Stop.Token);
            try
            {
                var made = await collect.RunAsync(walk.Empty, walk.Report, walk.Stop.Token);
                Put(made);
                return made;
            }
            finally
            {
                turns.Release();
            }
        }
        finally
        {
            lock (door) walks.Remove(walk);
        }
    }

    private void Put(Collection made)
    {
        lock (door)
        {
            shelf.Add(made);
            while (shelf.Count > 1 && shelf.Sum(kept => kept.Orders.Count) > Most) shelf.RemoveAt(0);
            sweeper ??= time.CreateTimer(_ => { lock (door) Sweep(); }, null, Fresh, TimeSpan.FromMinutes(1));
        }
    }

    private void Sweep()
    {
        var now = time.GetUtcNow();
        shelf.RemoveAll(kept => now - kept.At >= Fresh || kept.Span != PreviewSpan.Last(kept.Span.Length, now));
        if (shelf.Count > 0) return;
        sweeper?.Dispose();
        sweeper = null;
    }

    /// <summary>A walk through history that somebody waits for.</summary>
    private sealed class Walk(Collection empty)
    {
        private Action<double>? listeners;

        public Collection Empty { get; } = empty;

        public CancellationTokenSource Stop { get; } = new();

        public Task<Collection> Work { get; set; } = null!;

        public int Waiting { get; set; }

        public void Report(double share) => listeners?.Invoke(share);

        public IDisposable Tell(Action<double> progress)
        {
            listeners += progress;
            return new Ending(() => listeners -= progress);
        }
    }

    private sealed class Ending(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
