namespace XRayPS.Core.Wire;

/// <summary>Readers of root causes. See <see cref="HotReader"/>.</summary>
internal readonly struct ErrorRootCauseReader : IRecordReader<ErrorRootCause>
{
    public static ErrorRootCause Read(ref HotReader reader)
    {
        ErrorRootCause record = new();
        while (reader.Next(out ReadOnlySpan<byte> name))
        {
            switch (name.Length)
            {
                case 8 when name.SequenceEqual("Services"u8):
                    record.Services = reader.Records<ErrorRootCauseService, ErrorRootCauseServiceReader>("ErrorRootCause.Services", record.Services) ?? record.Services;
                    break;
                case 15 when name.SequenceEqual("ClientImpacting"u8):
                    record.ClientImpacting = reader.Boolean("ErrorRootCause.ClientImpacting") ?? record.ClientImpacting;
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return record;
    }
}

internal readonly struct ErrorRootCauseServiceReader : IRecordReader<ErrorRootCauseService>
{
    public static ErrorRootCauseService Read(ref HotReader reader)
    {
        ErrorRootCauseService record = new();
        while (reader.Next(out ReadOnlySpan<byte> name))
        {
            switch (name.Length)
            {
                case 4 when name.SequenceEqual("Name"u8):
                    record.Name = reader.Text("ErrorRootCauseService.Name") ?? record.Name;
                    break;
                case 4 when name.SequenceEqual("Type"u8):
                    record.Type = reader.Text("ErrorRootCauseService.Type") ?? record.Type;
                    break;
                case 5 when name.SequenceEqual("Names"u8):
                    record.Names = reader.Texts("ErrorRootCauseService.Names", record.Names) ?? record.Names;
                    break;
                case 8 when name.SequenceEqual("Inferred"u8):
                    record.Inferred = reader.Boolean("ErrorRootCauseService.Inferred") ?? record.Inferred;
                    break;
                case 9 when name.SequenceEqual("AccountId"u8):
                    record.AccountId = reader.Text("ErrorRootCauseService.AccountId") ?? record.AccountId;
                    break;
                case 10 when name.SequenceEqual("EntityPath"u8):
                    record.EntityPath = reader.Records<ErrorRootCauseEntity, ErrorRootCauseEntityReader>("ErrorRootCauseService.EntityPath", record.EntityPath) ?? record.EntityPath;
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return record;
    }
}

internal readonly struct ErrorRootCauseEntityReader : IRecordReader<ErrorRootCauseEntity>
{
    public static ErrorRootCauseEntity Read(ref HotReader reader)
    {
        ErrorRootCauseEntity record = new();
        while (reader.Next(out ReadOnlySpan<byte> name))
        {
            switch (name.Length)
            {
                case 4 when name.SequenceEqual("Name"u8):
                    record.Name = reader.Text("ErrorRootCauseEntity.Name") ?? record.Name;
                    break;
                case 6 when name.SequenceEqual("Remote"u8):
                    record.Remote = reader.Boolean("ErrorRootCauseEntity.Remote") ?? record.Remote;
                    break;
                case 10 when name.SequenceEqual("Exceptions"u8):
                    record.Exceptions = reader.Records<RootCauseException, RootCauseExceptionReader>("ErrorRootCauseEntity.Exceptions", record.Exceptions) ?? record.Exceptions;
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return record;
    }
}

internal readonly struct FaultRootCauseReader : IRecordReader<FaultRootCause>
{
    public static FaultRootCause Read(ref HotReader reader)
    {
        FaultRootCause record = new();
        while (reader.Next(out ReadOnlySpan<byte> name))
        {
            switch (name.Length)
            {
                case 8 when name.SequenceEqual("Services"u8):
                    record.Services = reader.Records<FaultRootCauseService, FaultRootCauseServiceReader>("FaultRootCause.Services", record.Services) ?? record.Services;
                    break;
                case 15 when name.SequenceEqual("ClientImpacting"u8):
                    record.ClientImpacting = reader.Boolean("FaultRootCause.ClientImpacting") ?? record.ClientImpacting;
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return record;
    }
}

internal readonly struct FaultRootCauseServiceReader : IRecordReader<FaultRootCauseService>
{
    public static FaultRootCauseService Read(ref HotReader reader)
    {
        FaultRootCauseService record = new();
        while (reader.Next(out ReadOnlySpan<byte> name))
        {
            switch (name.Length)
            {
                case 4 when name.SequenceEqual("Name"u8):
                    record.Name = reader.Text("FaultRootCauseService.Name") ?? record.Name;
                    break;
                case 4 when name.SequenceEqual("Type"u8):
                    record.Type = reader.Text("FaultRootCauseService.Type") ?? record.Type;
                    break;
                case 5 when name.SequenceEqual("Names"u8):
                    record.Names = reader.Texts("FaultRootCauseService.Names", record.Names) ?? record.Names;
                    break;
                case 8 when name.SequenceEqual("Inferred"u8):
                    record.Inferred = reader.Boolean("FaultRootCauseService.Inferred") ?? record.Inferred;
                    break;
                case 9 when name.SequenceEqual("AccountId"u8):
                    record.AccountId = reader.Text("FaultRootCauseService.AccountId") ?? record.AccountId;
                    break;
                case 10 when name.SequenceEqual("EntityPath"u8):
                    record.EntityPath = reader.Records<FaultRootCauseEntity, FaultRootCauseEntityReader>("FaultRootCauseService.EntityPath", record.EntityPath) ?? record.EntityPath;
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return record;
    }
}

internal readonly struct FaultRootCauseEntityReader : IRecordReader<FaultRootCauseEntity>
{
    public static FaultRootCauseEntity Read(ref HotReader reader)
    {
        FaultRootCauseEntity record = new();
        while (reader.Next(out ReadOnlySpan<byte> name))
        {
            switch (name.Length)
            {
                case 4 when name.SequenceEqual("Name"u8):
                    record.Name = reader.Text("FaultRootCauseEntity.Name") ?? record.Name;
                    break;
                case 6 when name.SequenceEqual("Remote"u8):
                    record.Remote = reader.Boolean("FaultRootCauseEntity.Remote") ?? record.Remote;
                    break;
                case 10 when name.SequenceEqual("Exceptions"u8):
                    record.Exceptions = reader.Records<RootCauseException, RootCauseExceptionReader>("FaultRootCauseEntity.Exceptions", record.Exceptions) ?? record.Exceptions;
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return record;
    }
}

internal readonly struct ResponseTimeRootCauseReader : IRecordReader<ResponseTimeRootCause>
{
    public static ResponseTimeRootCause Read(ref HotReader reader)
    {
        ResponseTimeRootCause record = new();
        while (reader.Next(out ReadOnlySpan<byte> name))
        {
            switch (name.Length)
            {
                case 8 when name.SequenceEqual("Services"u8):
                    record.Services = reader.Records<ResponseTimeRootCauseService, ResponseTimeRootCauseServiceReader>("ResponseTimeRootCause.Services", record.Services) ?? record.Services;
                    break;
                case 15 when name.SequenceEqual("ClientImpacting"u8):
                    record.ClientImpacting = reader.Boolean("ResponseTimeRootCause.ClientImpacting") ?? record.ClientImpacting;
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return record;
    }
}

internal readonly struct ResponseTimeRootCauseServiceReader : IRecordReader<ResponseTimeRootCauseService>
{
    public static ResponseTimeRootCauseService Read(ref HotReader reader)
    {
        ResponseTimeRootCauseService record = new();
        while (reader.Next(out ReadOnlySpan<byte> name))
        {
            switch (name.Length)
            {
                case 4 when name.SequenceEqual("Name"u8):
                    record.Name = reader.Text("ResponseTimeRootCauseService.Name") ?? record.Name;
                    break;
                case 4 when name.SequenceEqual("Type"u8):
                    record.Type = reader.Text("ResponseTimeRootCauseService.Type") ?? record.Type;
                    break;
                case 5 when name.SequenceEqual("Names"u8):
                    record.Names = reader.Texts("ResponseTimeRootCauseService.Names", record.Names) ?? record.Names;
                    break;
                case 8 when name.SequenceEqual("Inferred"u8):
                    record.Inferred = reader.Boolean("ResponseTimeRootCauseService.Inferred") ?? record.Inferred;
                    break;
                case 9 when name.SequenceEqual("AccountId"u8):
                    record.AccountId = reader.Text("ResponseTimeRootCauseService.AccountId") ?? record.AccountId;
                    break;
                case 10 when name.SequenceEqual("EntityPath"u8):
                    record.EntityPath = reader.Records<ResponseTimeRootCauseEntity, ResponseTimeRootCauseEntityReader>("ResponseTimeRootCauseService.EntityPath", record.EntityPath) ?? record.EntityPath;
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return record;
    }
}

internal readonly struct ResponseTimeRootCauseEntityReader : IRecordReader<ResponseTimeRootCauseEntity>
{
    public static ResponseTimeRootCauseEntity Read(ref HotReader reader)
    {
        ResponseTimeRootCauseEntity record = new();
        while (reader.Next(out ReadOnlySpan<byte> name))
        {
            switch (name.Length)
            {
                case 4 when name.SequenceEqual("Name"u8):
                    record.Name = reader.Text("ResponseTimeRootCauseEntity.Name") ?? record.Name;
                    break;
                case 6 when name.SequenceEqual("Remote"u8):
                    record.Remote = reader.Boolean("ResponseTimeRootCauseEntity.Remote") ?? record.Remote;
                    break;
                case 8 when name.SequenceEqual("Coverage"u8):
                    record.Coverage = reader.Number("ResponseTimeRootCauseEntity.Coverage") ?? record.Coverage;
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return record;
    }
}

internal readonly struct RootCauseExceptionReader : IRecordReader<RootCauseException>
{
    public static RootCauseException Read(ref HotReader reader)
    {
        RootCauseException record = new();
        while (reader.Next(out ReadOnlySpan<byte> name))
        {
            switch (name.Length)
            {
                case 4 when name.SequenceEqual("Name"u8):
                    record.Name = reader.Text("RootCauseException.Name") ?? record.Name;
                    break;
                case 7 when name.SequenceEqual("Message"u8):
                    record.Message = reader.Text("RootCauseException.Message") ?? record.Message;
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return record;
    }
}
