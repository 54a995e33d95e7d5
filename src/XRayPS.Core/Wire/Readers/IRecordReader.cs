namespace XRayPS.Core.Wire;

/// <summary>Reads one kind of record. Readers are structs, so that the runtime compiles each use for itself.</summary>
/// <typeparam name="T">The record.</typeparam>
internal interface IRecordReader<T>
{
    /// <summary>Reads the object that the reader stands on.</summary>
    static abstract T Read(ref HotReader reader);
}
