using System.Net;

namespace GenoMed.Fhir.Node.Tests.Search.Texts;

/// <summary><c>_text</c> and <c>_content</c> over HTTP.</summary>
public abstract class TextSearchTests(TextNode texts)
{
    private TextNode Node
    {
        get
        {
            Assert.SkipWhen(texts.Unavailable is not null, texts.Unavailable ?? "");
            return texts;
        }
    }

    [Theory]
    [InlineData("Condition?_text=bone", "c1 c3")]
    [InlineData("Condition?_text=BONE", "c1 c3")]
    [InlineData("Condition?_text=bon", "")]
    [InlineData("Condition?_text=bon*", "c1 c3")]
    [InlineData("Condition?_text=(bone OR liver) and metastases", "c1 c2")]
    [InlineData("Condition?_text=bone or liver and marrow", "c1 c3")]
    [InlineData("Condition?_text=metastases not liver", "c1")]
    [InlineData("Condition?_text=NOT metastases", "c3")]
    [InlineData("Condition?_text=not (bone metastases)", "c2 c3")]
    [InlineData("Condition?_text=\"bone marrow\"", "c3")]
    [InlineData("Condition?_text=\"marrow bone\"", "")]
    [InlineData("Condition?_text=\"bone mar\"*", "c3")]
    [InlineData("Condition?_text=marrow bone", "c3")]
    [InlineData("Condition?_text=metastase\u0301s", "c1 c2")]
    [InlineData("Condition?_text=h\u00e9matologie", "c1")]
    [InlineData("Condition?_text=class", "")]
    [InlineData("Condition?_text=elsewhere", "")]
    [InlineData("Condition?_content=elsewhere", "c3")]
    [InlineData("Condition?_content=bone", "c1 c3")]
    [InlineData("Condition?_content=C79.5", "c1")]
    [InlineData("Condition?_content=5.C79", "")]
    [InlineData("Condition?_content=c3", "")]
    [InlineData("Condition?_content=bone&_text=metastases", "c1")]
    [InlineData("Condition?_text=metastases&code=C78.7", "c2")]
    [InlineData("Condition?_text=metastases&_count=1&_sort=-_id", "c2")]
    [InlineData("Patient?_has:Condition:patient:_text=liver", "p2")]
    [InlineData("Condition?patient._content=rossi", "c1 c3")]
    [InlineData("?_type=Condition,Patient&_content=rossi or liver", "c2 p1")]
    [InlineData("?_content=rossi", "p1")]
    [InlineData("Patient/p1/Condition?_text=bone not marrow", "c1")]
    [InlineData("Condition?_filter=code eq C79.5&_text=bone", "c1")]
    public async Task GivenConditions_WhenSearchedByWords_ThenThoseThatHaveThem(string url, string expected)
        => Assert.Equal(expected, await Node.FindAsync(url));

    [Theory]
    [InlineData("Condition?_text=%22bone", "no closing quote")]
    [InlineData("Condition?_text=(bone", "no ')'")]
    [InlineData("Condition?_text=bone)", "no '('")]
    [InlineData("Condition?_text=bone and", "A word is missing")]
    [InlineData("Condition?_text=or bone", "A word is missing")]
    [InlineData("Condition?_text=not", "A word is missing")]
    [InlineData("Condition?_text=%26%26", "no word")]
    [InlineData("Condition?_text:exact=bone", "not supported")]
    public async Task GivenASearchThatCannotBe_WhenSent_ThenInvalidAndSaysWhy(string url, string says)
    {
        var answer = (await Node.Node.GetAsync(url)).ShouldBe(HttpStatusCode.BadRequest);
        Assert.Contains(says, answer.Json.GetProperty("issue")[0].GetProperty("diagnostics").GetString(), StringComparison.Ordinal);
    }
}
