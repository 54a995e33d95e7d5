using System.Collections;

namespace XRayPS.Tests.Model;

public sealed class RecordMapTests
{
    [Fact]
    public void It_is_a_dictionary_to_those_who_know_no_types()
    {
        IDictionary map = new RecordMap<string> { ["b"] = "1", ["a"] = "2" };

        Assert.Equal((string[])["b", "a"], map.Keys.Cast<string>());
        Assert.Equal((string[])["1", "2"], map.Values.Cast<string>());
        Assert.Equal("2", map["a"]);
        Assert.Null(map["none"]);
        Assert.Null(map[5]);
        Assert.False(map.Contains("none"));
        List<string> entries = [];
        foreach (DictionaryEntry entry in map)
        {
            entries.Add($"{entry.Key}{entry.Value}");
        }

        Assert.Equal((string[])["b1", "a2"], entries);
        object[] copy = new object[3];
        map.CopyTo(copy, 1);
        Assert.Equal((object?[])[null, KeyValuePair.Create("b", "1"), KeyValuePair.Create("a", "2")], copy);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(20)]
    public void What_is_removed_is_gone_and_can_come_again(int size)
    {
        RecordMap<int> map = [];
        for (int i = 0; i < size; i++)
        {
            map[$"k{i}"] = i;
        }

        ((IDictionary)map).Remove("k1");
        ((IDictionary)map).Remove("none");

        Assert.False(map.ContainsKey("k1"));
        Assert.Equal(size - 1, map["k" + (size - 1)]);
        ((IDictionary)map).Add("k1", 7);
        Assert.Equal((size, 7), (map.Count, map["k1"]));
        map.Clear();
        Assert.Empty(map);
        Assert.Empty(((IDictionary)map).Values);
    }
}
