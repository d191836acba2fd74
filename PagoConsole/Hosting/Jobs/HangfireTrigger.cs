using Hangfire;
using PagoConsole.Core.Foundation.Jobs;

namespace PagoConsole.Hosting.Jobs;

/// <summary>Has Hangfire look at a job now.</summary>
internal sealed class HangfireTrigger(IRecurringJobManager triggers) : IJobTrigger
{
    public void Wake(string key) => triggers.Trigger(key);
}
