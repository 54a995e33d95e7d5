using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using XRayPS.Core.Wire;

namespace XRayPS.Tests.Wire;

/// <summary>
/// Holds the operations table and the shapes against the facts of the published model: names, paths, exceptions,
/// paginators, members, kinds, required members, constraints.
/// </summary>
public sealed class ModelFactsTests
{
    private static readonly JsonObject Facts = Read();

    public static TheoryData<string> OperationNames =>
        [.. Facts["operations"]!.AsObject().Select(entry => entry.Key)];

    [Fact]
    public void The_table_has_every_operation_of_the_model_and_no_other() =>
        Assert.Equal(
            Facts["operations"]!.AsObject().Select(entry => entry.Key).Order(StringComparer.Ordinal),
            Operations.All.Select(operation => operation.Name).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(OperationNames))]
    public void A_row_has_the_path_the_exceptions_and_the_paginator_of_the_model(string name)
    {
        JsonNode fact = Facts["operations"]![name]!;
        Operation operation = Operations.Find(name)!;
        Assert.Equal("POST", (string?)fact["method"]);
        Assert.Equal((string?)fact["path"], operation.Path);
        Assert.Same(operation, Operations.Route(operation.Path));
        Assert.Equal(
            fact["exceptions"]!.AsArray().Select(e => (string?)e).Order(StringComparer.Ordinal),
            operation.Exceptions.Order(StringComparer.Ordinal));
        string? items = fact["pages"] is JsonArray several ? (string?)several[0] : (string?)fact["pages"];
        if (items is null)
        {
            Assert.Null(operation.Paging);
            return;
        }

        Assert.NotNull(operation.Paging);
        IEnumerable<string> keys = fact["pages"] is JsonArray list ? list.Select(key => (string)key!) : [items];
        Assert.Contains(operation.Paging.ItemsMember, keys);
    }

    [Theory]
    [MemberData(nameof(OperationNames))]
    public void A_response_keeps_every_member_of_the_model(string name)
    {
        string? structure = (string?)Facts["operations"]![name]!["response"];
        JsonObject sample = structure is null ? [] : Sample(structure, required: false, depth: 0);
        object shape = ShapeOf(Operations.Find(name)!, "Response");
        JsonNode written = RoundTrip(shape, sample);
        AssertContains(sample, written, name);
    }

    [Theory]
    [MemberData(nameof(OperationNames))]
    public void A_request_keeps_every_member_of_the_model(string name)
    {
        string? structure = (string?)Facts["operations"]![name]!["request"];
        JsonObject sample = structure is null ? [] : Sample(structure, required: false, depth: 0);
        object shape = ShapeOf(Operations.Find(name)!, "Request");
        Assert.Null(Violations(shape, sample));
        AssertContains(sample, RoundTrip(shape, sample), name);
    }

    [Theory]
    [MemberData(nameof(OperationNames))]
    public void A_request_is_checked_by_the_constraints_of_the_model(string name)
    {
        string? structure = (string?)Facts["operations"]![name]!["request"];
        if (structure is null)
        {
            return;
        }

        object shape = ShapeOf(Operations.Find(name)!, "Request");
        foreach ((JsonObject request, string expected) in Broken(structure, ""))
        {
            string? violations = Violations(shape, request);
            Assert.True(
                violations?.Contains(expected, StringComparison.Ordinal) == true,
                $"{name}: {request.ToJsonString()}\nexpected: {expected}\nactual: {violations}");
        }
    }

    /// <summary>Requests that break one constraint each, with a part of the sentence that has to be said.</summary>
    private static IEnumerable<(JsonObject Request, string Expected)> Broken(string structure, string prefix)
    {
        JsonNode fact = Facts["structures"]![structure]!;
        HashSet<string> required = [.. fact["required"]!.AsArray().Select(r => (string)r!)];
        foreach ((string member, JsonNode? kind) in fact["members"]!.AsObject())
        {
            string path = prefix + char.ToLowerInvariant(member[0]) + member[1..];
            if (required.Contains(member))
            {
                JsonObject without = Sample(structure, required: true, depth: 0);
                without.Remove(member);
                yield return (without, $"Value null at '{path}' failed to satisfy constraint: Member must not be null");
            }

            foreach ((JsonNode bad, string constraint) in BadValues(kind!))
            {
                JsonObject with = Sample(structure, required: true, depth: 0);
                with[member] = bad;
                yield return (with, $"at '{path}' failed to satisfy constraint: {constraint}");
            }

            string? inner = (string?)kind!["structure"] ?? (string?)kind["item"]?["structure"];
            bool isList = kind["item"] is not null;
            if (inner is not null && (string?)kind["type"] != "map")
            {
                foreach ((JsonObject request, string expected) in Broken(inner, path + (isList ? ".1.member." : ".")))
                {
                    JsonObject outer = Sample(structure, required: true, depth: 0);
                    outer[member] = isList ? new JsonArray(request) : request;
                    yield return (outer, expected);
                }
            }
        }
    }

    private static IEnumerable<(JsonNode Value, string Constraint)> BadValues(JsonNode kind)
    {
        string? type = (string?)kind["type"];
        double? max = (double?)kind["max"];
        double? min = (double?)kind["min"];
        switch (type)
        {
            case "string":
                if (max is not null)
                {
                    yield return (new string('x', (int)max + 1), $"Member must have length less than or equal to {max}");
                }

                if (min > 0)
                {
                    yield return ("", $"Member must have length greater than or equal to {min}");
                }

                if (kind["enum"] is not null)
                {
                    yield return ("no-such-value", "Member must satisfy enum value set: [");
                }

                if (kind["pattern"] is not null)
                {
                    yield return ("!", "Member must satisfy regular expression pattern: ");
                }

                break;
            case "integer" or "double" or "float" or "long":
                if (max is not null)
                {
                    yield return ((int)max + 1, $"Member must have value less than or equal to {max}");
                }

                if (min is not null)
                {
                    yield return ((int)min - 1, $"Member must have value greater than or equal to {min}");
                }

                break;
            case "list" when max is not null:
                yield return (
                    new JsonArray([.. Enumerable.Range(0, (int)max + 1).Select(_ => Value(kind["item"]!, required: true, depth: 1))]),
                    $"Member must have length less than or equal to {max}");
                break;
            case "map" when max is not null:
                yield return (
                    new JsonObject(Enumerable.Range(0, (int)max + 1).Select(i => KeyValuePair.Create($"k{i}", (JsonNode?)"v"))),
                    $"Member must have length less than or equal to {max}");
                break;
        }
    }

    private static JsonObject Sample(string structure, bool required, int depth)
    {
        JsonNode fact = Facts["structures"]![structure]!;
        HashSet<string> demanded = [.. fact["required"]!.AsArray().Select(r => (string)r!)];
        JsonObject sample = [];
        foreach ((string member, JsonNode? kind) in fact["members"]!.AsObject())
        {
            if (demanded.Contains(member) || (!required && depth < 6))
            {
                sample[member] = Value(kind!, required, depth + 1);
            }
        }

        return sample;
    }

    private static JsonNode Value(JsonNode kind, bool required, int depth)
    {
        if ((string?)kind["structure"] is { } structure)
        {
            return Sample(structure, required, depth);
        }

        return (string?)kind["type"] switch
        {
            "string" => Text(kind),
            "integer" or "long" => JsonValue.Create((int)((double?)kind["min"] ?? 7)),
            "double" or "float" => JsonValue.Create(0.5),
            "boolean" => JsonValue.Create(true),
            "timestamp" => JsonValue.Create(1790161552.5),
            "list" => new JsonArray(Value(kind["item"]!, required, depth)),
            "map" => new JsonObject { ["key"] = Value(kind["item"]!, required, depth) },
            string other => throw new InvalidOperationException($"The facts have an unknown kind '{other}'."),
            null => throw new InvalidOperationException($"The facts have a member without kind: {kind.ToJsonString()}."),
        };
    }

    private static JsonValue Text(JsonNode kind)
    {
        if (kind["enum"] is JsonArray values)
        {
            return JsonValue.Create((string)values[0]!);
        }

        if (((string?)kind["pattern"])?.Contains("[1-5]", StringComparison.Ordinal) == true)
        {
            return JsonValue.Create("01234567-89ab-1def-8123-456789abcdef");
        }

        return JsonValue.Create(new string('t', Math.Max((int?)(double?)kind["min"] ?? 1, 1)));
    }

    /// <summary>Everything in the sample has to stand in what was written; numbers compare by value.</summary>
    private static void AssertContains(JsonNode sample, JsonNode? written, string path)
    {
        switch (sample)
        {
            case JsonObject expected:
                foreach ((string key, JsonNode? value) in expected)
                {
                    Assert.True(
                        written is JsonObject o && o.TryGetPropertyValue(key, out JsonNode? actual) && actual is not null,
                        $"{path}.{key} got lost");
                    AssertContains(value!, written[key], $"{path}.{key}");
                }

                break;
            case JsonArray expected:
                Assert.Equal(expected.Count, written!.AsArray().Count);
                for (int i = 0; i < expected.Count; i++)
                {
                    AssertContains(expected[i]!, written[i], $"{path}[{i}]");
                }

                break;
            default:
                bool same = sample.GetValueKind() == JsonValueKind.Number
                    ? (double)sample.AsValue().Deserialize<double>() == written.Deserialize<double>()
                    : sample.ToJsonString() == written?.ToJsonString();
                Assert.True(same, $"{path}: {sample.ToJsonString()} became {written?.ToJsonString()}");
                break;
        }
    }

    private static object ShapeOf(Operation operation, string end) =>
        operation.GetType().GetProperty(end)!.GetValue(operation)!;

    private static JsonNode RoundTrip(object shape, JsonObject json) =>
        (JsonNode)Call(nameof(RoundTripOf), shape, json)!;

    private static string? Violations(object shape, JsonObject json) => (string?)Call(nameof(ViolationsOf), shape, json);

    private static object? Call(string method, object shape, JsonObject json) =>
        typeof(ModelFactsTests)
            .GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(shape.GetType().GetGenericArguments()[0])
            .Invoke(null, [shape, json]);

    private static JsonNode RoundTripOf<T>(Shape<T> shape, JsonObject json)
        where T : class, new()
    {
        T value = shape.Parse(Encoding.UTF8.GetBytes(json.ToJsonString()), ReadContext.Service);
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            shape.Write(writer, value, WriteStyle.Answer);
        }

        return JsonNode.Parse(stream.ToArray())!;
    }

    private static string? ViolationsOf<T>(Shape<T> shape, JsonObject json)
        where T : class, new() =>
        shape.Violations(shape.Parse(Encoding.UTF8.GetBytes(json.ToJsonString()), ReadContext.Service));

    private static JsonObject Read()
    {
        string file = Path.Combine(AppContext.BaseDirectory, "Cases", "wire", "model-facts.json");
        return JsonNode.Parse(File.ReadAllText(file))!.AsObject();
    }
}
