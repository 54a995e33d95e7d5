namespace XRayPS.Core.Sampling;

/// <summary>
/// How many requests a rule samples, and how a reservoir is shared. See
/// https://docs.aws.amazon.com/xray/latest/devguide/xray-console-sampling.html.
/// </summary>
public static class SamplingArithmetic
{
    /// <summary>Seconds for which a quota is good.</summary>
    public const int QuotaSeconds = 300;

    /// <summary>Seconds between two reports of a client.</summary>
    public const int ReportSeconds = 10;

    /// <summary>Requests sampled a second: the reservoir first, then the fixed rate of what is left.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="requestsPerSecond">Requests a second that meet the rule, over all clients.</param>
    public static double ExpectedSampled(SamplingRule rule, double requestsPerSecond)
    {
        double reservoir = Math.Min(rule.ReservoirSize ?? 0, requestsPerSecond);
        return reservoir + (requestsPerSecond - reservoir) * (rule.FixedRate ?? 0);
    }

    /// <summary>
    /// Shares a reservoir among clients: evenly, but to none more than it asks for; what one leaves goes to the others,
    /// and the remainder to the first in the given order.
    /// </summary>
    /// <param name="reservoir">What there is to share, requests a second.</param>
    /// <param name="demands">What each client could use, in a stable order.</param>
    /// <returns>A share for each client, in the order of the demands.</returns>
    public static int[] Share(int reservoir, IReadOnlyList<int> demands)
    {
        int[] shares = new int[demands.Count];
        int left = Math.Max(reservoir, 0);
        List<int> hungry = [.. Enumerable.Range(0, demands.Count).Where(i => demands[i] > 0)];
        while (left > 0 && hungry.Count > 0)
        {
            int each = left / hungry.Count;
            if (each == 0)
            {
                foreach (int i in hungry.Take(left))
                {
                    shares[i]++;
                }

                return shares;
            }

            foreach (int i in hungry)
            {
                int taken = Math.Min(each, demands[i] - shares[i]);
                shares[i] += taken;
                left -= taken;
            }

            hungry.RemoveAll(i => shares[i] >= demands[i]);
        }

        return shares;
    }
}
