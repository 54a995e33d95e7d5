using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using XRayPS.Core.Ports;

namespace XRayPS.Local.Storage;

/// <summary>
/// The database and its connections. A file has one writer and several readers beside it (WAL); memory has one
/// connection that writer and readers take in turns, so work on it is kept in short pieces.
/// </summary>
internal sealed class Database : IDisposable
{
    private const int Readers = 4;
    private const int NotADatabase = 26;

    private readonly string? _path;
    private readonly FileStream? _lock;
    private readonly Session _writer;
    private readonly ConcurrentBag<Session> _readers = [];
    private readonly SemaphoreSlim _readGate;
    private readonly SemaphoreSlim _writeGate = new(1);

    static Database() => SQLitePCL.Batteries_V2.Init();

    private Database(string? path, FileStream? fileLock, Session writer)
    {
        _path = path;
        _lock = fileLock;
        _writer = writer;
        _readGate = path is null ? _writeGate : new SemaphoreSlim(Readers);
    }

    /// <summary>Opens a file, making it where there is none, or a database in memory for null.</summary>
    /// <exception cref="XRayException">The file cannot be used.</exception>
    internal static Database Open(string? path)
    {
        if (path is null)
        {
            Session memory = Connect(":memory:");
            Tune(memory);
            Schema.Migrate(memory);
            return new Database(null, null, memory);
        }

        FileStream fileLock = Lock(path);
        Session? writer = null;
        try
        {
            writer = Connect(path);
            Schema.Check(writer, path);
            Tune(writer);
            Schema.Migrate(writer);
            return new Database(path, fileLock, writer);
        }
        catch (Exception failure)
        {
            writer?.Dispose();
            fileLock.Dispose();
            throw failure switch
            {
                SqliteException { SqliteErrorCode: NotADatabase } => StoreFailure.NoDatabase(path, failure),
                SqliteException => StoreFailure.CannotOpen(path, failure),
                _ => failure,
            };
        }
    }

    internal async ValueTask<Lease> ReadAsync(CancellationToken cancellationToken)
    {
        await _readGate.WaitAsync(cancellationToken).ConfigureAwait(false);
        return ReadLease();
    }

    internal Lease Read()
    {
        _readGate.Wait();
        return ReadLease();
    }

    internal async ValueTask<Lease> WriteAsync(CancellationToken cancellationToken)
    {
        await _writeGate.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new Lease(_writer, () => _writeGate.Release());
    }

    public void Dispose()
    {
        foreach (Session reader in _readers)
        {
            reader.Dispose();
        }

        // The last connection to close folds the log into the file.
        _writer.Dispose();
        _lock?.Dispose();
        _writeGate.Dispose();
        _readGate.Dispose();
    }

    private Lease ReadLease()
    {
        if (_path is null)
        {
            return new Lease(_writer, () => _readGate.Release());
        }

        try
        {
            Session session = _readers.TryTake(out Session? idle) ? idle : Tune(Connect(_path));
            return new Lease(session, () =>
            {
                _readers.Add(session);
                _readGate.Release();
            });
        }
        catch (Exception)
        {
            _readGate.Release();
            throw;
        }
    }

    private static Session Connect(string source)
    {
        SqliteConnectionStringBuilder text = new() { DataSource = source, Pooling = false };
        SqliteConnection connection = new(text.ToString());
        try
        {
            connection.Open();
            return new Session(connection);
        }
        catch (Exception)
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>NORMAL loses nothing to a killed process; only a power cut can take the last commits.</summary>
    private static Session Tune(Session session)
    {
        session.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 1073741824; PRAGMA wal_autocheckpoint = 16384");
        return session;
    }

    /// <summary>
    /// SQLite would let a second process in; two services on one file would not see each other's state. The lock is a
    /// file of its own, because closing a second handle on the database drops SQLite's own locks on Unix.
    /// </summary>
    private static FileStream Lock(string path)
    {
        string lockPath = path + "-lock";
        try
        {
            return new FileStream(lockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException failure) when (File.Exists(lockPath))
        {
            throw StoreFailure.InUse(path, failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw StoreFailure.CannotOpen(path, failure);
        }
    }
}
