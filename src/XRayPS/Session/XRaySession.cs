namespace XRayPS.Session;

/// <summary>
/// The process-wide connection. It is not kept per runspace, so that ForEach-Object -Parallel and background jobs of
/// threads see what the prompt is connected to.
/// </summary>
internal static class XRaySession
{
    private static readonly object Gate = new();
    private static SessionConnection? s_current;
    private static bool s_lost;

    /// <summary>The connection; null when nobody connected.</summary>
    internal static SessionConnection? Current
    {
        get
        {
            lock (Gate)
            {
                return s_current;
            }
        }
    }

    /// <summary>Whether the connection was a local X-Ray that has been stopped since.</summary>
    internal static bool IsLost
    {
        get
        {
            lock (Gate)
            {
                return s_lost;
            }
        }
    }

    /// <summary>Connects.</summary>
    /// <param name="connection">The new connection.</param>
    internal static void Connect(SessionConnection connection)
    {
        lock (Gate)
        {
            s_current = connection;
            s_lost = false;
        }
    }

    /// <summary>Goes back to the defaults of the AWS SDK.</summary>
    internal static void Reset()
    {
        lock (Gate)
        {
            s_current = null;
            s_lost = false;
        }
    }

    /// <summary>
    /// Forgets a local X-Ray that was stopped. What was meant for it must not reach AWS by default, so calls fail until
    /// somebody connects anew.
    /// </summary>
    /// <param name="endpoint">The endpoint that is gone.</param>
    /// <returns>Whether it was the connection.</returns>
    internal static bool Lose(Uri endpoint)
    {
        lock (Gate)
        {
            if (s_current is not { IsLocalService: true } current || current.Settings.EndpointUrl != endpoint)
            {
                return false;
            }

            s_current = null;
            s_lost = true;
            return true;
        }
    }
}
