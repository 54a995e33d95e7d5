using System.Globalization;
using XRayPS.Bench.Support;
using XRayPS.Core.Ports;

namespace XRayPS.Bench.Ingestion;

/// <summary>A local service in another process, with a file.</summary>
internal sealed class ServiceProcess : IDisposable
{
    private readonly Child _child;

    internal ServiceProcess(string path)
    {
        _child = Child.StartPart("service", path);
        string[] said = _child.Expect().Split(' ');
        Endpoint = new Uri(said[0]);
        DatagramPort = int.Parse(said[1], CultureInfo.InvariantCulture);
    }

    internal Uri Endpoint { get; }

    internal int DatagramPort { get; }

    internal double ProcessorSeconds => _child.ProcessorSeconds;

    internal LocalServiceCounters ReadCounters()
    {
        string answer = _child.Ask("counters");
        long[] values = [.. answer.Split(' ').Select(static value => long.Parse(value, CultureInfo.InvariantCulture))];
        return new LocalServiceCounters(values[0], values[1], values[2], values[3], values[4]);
    }

    /// <summary>Waits until nothing more is received or stored for a while.</summary>
    /// <returns>How long it took until the last change, in seconds.</returns>
    internal double WaitUntilStored()
    {
        const double Quiet = 0.5;
        double start = _child.Elapsed;
        double changed = start;
        LocalServiceCounters seen = ReadCounters();
        while (_child.Elapsed - changed < Quiet)
        {
            Thread.Sleep(20);
            LocalServiceCounters now = ReadCounters();
            if (now != seen)
            {
                (seen, changed) = (now, _child.Elapsed);
            }
        }

        return changed - start;
    }

    public void Dispose() => _child.Dispose();
}
