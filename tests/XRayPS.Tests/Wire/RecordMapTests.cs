using FsCheck.Xunit;

namespace XRayPS.Tests.Wire;

public sealed class RecordMapTests
{
    /// <summary>Against a dictionary and a list, with few keys and with many.</summary>
    [Property]
    public void Behaves_as_a_dictionary_in_the_order_of_first_coming(byte[] keys)
    {
        RecordMap<int> map = [];
        Dictionary<string, int> values = [];
        List<string> order = [];
        for (int i = 0; i < keys.Length; i++)
        {
            string key = $"k{keys[i] % 20}";
            if (values.TryAdd(key, i))
            {
                order.Add(key);
            }

            values[key] = i;
            map[key] = i;
        }

        Assert.Equal(order, map.Keys);
        Assert.Equal(order.Select(key => values[key]), map.Values);
        Assert.Equal(order.Select(key => KeyValuePair.Create(key, values[key])), map);
        for (int k = 0; k < 20; k++)
        {
            Assert.Equal(values.ContainsKey($"k{k}"), map.ContainsKey($"k{k}"));
            Assert.Equal(values.TryGetValue($"k{k}", out int expected), map.TryGetValue($"k{k}", out int found));
            Assert.Equal(expected, found);
        }

        Assert.Throws<KeyNotFoundException>(() => map["absent"]);
    }
}
