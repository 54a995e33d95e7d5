using System.Text;

namespace XRayPS.Bench.Peers;

/// <summary>Counts the summaries in indented JSON while it is written.</summary>
internal static class JsonCount
{
    private const int IdLength = 35;

    private static ReadOnlySpan<byte> Mark => "\"Id\": \"1-"u8;

    /// <summary>Reads to the end.</summary>
    /// <param name="json">The text.</param>
    /// <param name="onFirst">Called with the first summary.</param>
    /// <returns>How many there are, and the id of the last.</returns>
    internal static (long Count, string Last) Read(Stream json, Action onFirst)
    {
        byte[] buffer = new byte[1 << 20];
        long count = 0;
        string last = "";
        int length = 0;
        int read;
        while ((read = json.Read(buffer, length, buffer.Length - length)) > 0)
        {
            length += read;
            int done = 0;
            while (true)
            {
                int found = buffer.AsSpan(done, length - done).IndexOf(Mark);
                if (found < 0)
                {
                    // The mark may be cut in two.
                    done = Math.Max(done, length - Mark.Length + 1);
                    break;
                }

                if (done + found + Mark.Length + IdLength > length)
                {
                    done += found;
                    break;
                }

                if (count++ == 0)
                {
                    onFirst();
                }

                last = Encoding.ASCII.GetString(buffer, done + found + Mark.Length - 2, IdLength);
                done += found + Mark.Length;
            }

            buffer.AsSpan(done, length - done).CopyTo(buffer);
            length -= done;
        }

        return (count, last);
    }
}
