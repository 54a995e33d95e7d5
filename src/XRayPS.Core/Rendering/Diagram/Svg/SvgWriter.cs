using System.Globalization;
using System.Text;
using System.Xml;

namespace XRayPS.Core.Rendering.Diagram.Svg;

/// <summary>Writes elements of a drawing. Names of services come from anywhere: what XML cannot hold is replaced.</summary>
internal sealed class SvgWriter : IDisposable
{
    private readonly StringBuilder _text = new();
    private readonly XmlWriter _xml;

    internal SvgWriter() => _xml = XmlWriter.Create(
        _text, new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true, IndentChars = " ", NewLineChars = "\n" });

    internal static string Number(double value) =>
        Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture) is "-0" ? "0" : Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>Opens an element.</summary>
    internal void Open(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        _xml.WriteStartElement(name, "http://www.w3.org/2000/svg");
        foreach ((string attribute, string value) in attributes)
        {
            _xml.WriteAttributeString(attribute, Valid(value));
        }
    }

    /// <summary>Closes the element that was opened last.</summary>
    internal void Close() => _xml.WriteEndElement();

    /// <summary>Writes an element without content.</summary>
    internal void Empty(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Open(name, attributes);
        Close();
    }

    /// <summary>Writes an element with a text in it.</summary>
    internal void Text(string name, string text, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Open(name, attributes);
        _xml.WriteString(Valid(text));
        Close();
    }

    /// <summary>The drawing so far, as it is when all is closed.</summary>
    public override string ToString()
    {
        _xml.Flush();
        return _text.ToString() + "\n";
    }

    public void Dispose() => _xml.Dispose();

    private static string Valid(string text)
    {
        StringBuilder valid = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                valid.Append(text[i]).Append(text[++i]);
                continue;
            }

            valid.Append(XmlConvert.IsXmlChar(text[i]) ? text[i] : '\ufffd');
        }

        return valid.ToString();
    }
}
