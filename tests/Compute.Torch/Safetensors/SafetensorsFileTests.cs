using System.Buffers.Binary;
using System.Text;
using GenoMed.Fhir.Compute.Torch;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Safetensors;

public sealed class SafetensorsFileTests
{
    private static Dictionary<string, Tensor> State() => new()
    {
        ["net.weight"] = tensor(new float[,] { { 1.5f, -2 }, { 3, float.NaN } }),
        ["a"] = tensor(new[] { true, false, true }),
        ["counts"] = tensor(new long[] { 1, long.MaxValue }),
        ["scalar"] = tensor(2.5),
        ["none"] = empty([0, 3]),
        ["turned"] = arange(0, 6, dtype: float64).reshape(2, 3).t(),
    };

    [Fact]
    public void GivenState_WhenWrittenAndRead_ThenItIsTheSame()
    {
        var content = SafetensorsFile.Read(SafetensorsFile.Write(State(), new Dictionary<string, string> { ["format"] = "pt" }));
        Assert.Equal("pt", content.Metadata["format"]);
        Assert.Equal(State().Keys.Order(), content.Tensors.Keys.Order());
        foreach (var (name, tensor) in State())
        {
            Assert.Equal(tensor.shape, content.Tensors[name].shape);
            Assert.Equal(tensor.dtype, content.Tensors[name].dtype);
            Assert.True(tensor.allclose(content.Tensors[name], 0, 0, equal_nan: true), name);
        }
    }

    [Fact]
    public void GivenTheSameStateInAnotherOrder_WhenWritten_ThenTheBytesAreTheSame() =>
        Assert.Equal(SafetensorsFile.Write(State()), SafetensorsFile.Write(State().Reverse().ToDictionary()));

    [Theory]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", "as many bytes")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}}""", "within 8 bytes")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", "expected 4 bytes of values")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F64","shape":[1],"data_offsets":[0,8]}}""", "gap or overlap")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", "gap or overlap")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", "twice")]
    [InlineData("""{"a":{"dtype":"F12","shape":[2],"data_offsets":[0,8]}}""", "F12")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}""", "whole numbers")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,8]}}""", "as many bytes")]
    [InlineData("""{"a":{"dtype":"F32","shape":[9223372036854775807,0],"data_offsets":[0,8]}}""", "as many bytes")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1,1,1,1,1,1,1,1,1,1,2],"data_offsets":[0,8]}}""", "at most 8")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}""", "within 8 bytes")]
    [InlineData("""{"a":{"dtype":"BOOL","shape":[8],"data_offsets":[0,8]}}""", "neither 0 nor 1")]
    [InlineData("""{"__metadata__":{"a":1}}""", "texts")]
    [InlineData("""{"a":[]}""", "dtype, shape")]
    [InlineData("""[]""", "object")]
    [InlineData("""{"a":""", "not JSON")]
    public void GivenAHostileHeader_WhenRead_ThenItIsRefused(string header, string why)
    {
        var problem = Assert.Throws<SafetensorsException>(() => SafetensorsFile.Read(File(header, values: 8)));
        Assert.Contains(why, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1L)]
    [InlineData(long.MaxValue)]
    [InlineData(1000L)]
    public void GivenAHeaderLengthBeyondTheFile_WhenRead_ThenItIsRefused(long length)
    {
        var file = File("{}", values: 0);
        BinaryPrimitives.WriteInt64LittleEndian(file, length);
        Assert.Throws<SafetensorsException>(() => SafetensorsFile.Read(file));
    }

    [Fact]
    public void GivenAFileCutAnywhere_WhenRead_ThenItIsRefused()
    {
        var file = SafetensorsFile.Write(State());
        for (var length = 0; length < file.Length; length++)
        {
            Assert.Throws<SafetensorsException>(() => SafetensorsFile.Read(file.AsMemory(0, length)));
        }
    }

    [Fact]
    public void GivenBytesChangedAtRandom_WhenRead_ThenItIsReadOrRefused()
    {
        var original = SafetensorsFile.Write(State(), new Dictionary<string, string> { ["format"] = "pt" });
        using var generator = new Generator(5);
        for (var round = 0; round < 5000; round++)
        {
            var file = (byte[])original.Clone();
            var changes = randint(0, file.Length, [3], generator: generator).data<long>().ToArray();
            var values = randint(0, 256, [3], generator: generator).data<long>().ToArray();
            for (var i = 0; i < 3; i++)
            {
                file[round % 2 == 0 ? changes[i] : changes[i] % 400] = (byte)values[i];
            }

            var problem = Record.Exception(() => SafetensorsFile.Read(file));
            Assert.True(problem is null or SafetensorsException, problem?.ToString());
        }
    }

    [Fact]
    public async Task GivenAStreamLongerThanAllowed_WhenRead_ThenItIsRefused()
    {
        using var stream = new MemoryStream(SafetensorsFile.Write(State()));
        await Assert.ThrowsAsync<SafetensorsException>(() => SafetensorsFile.ReadAsync(stream, maxBytes: 100, TestContext.Current.CancellationToken));
    }

    private static byte[] File(string header, int values)
    {
        var file = new byte[8 + Encoding.UTF8.GetByteCount(header) + values];
        BinaryPrimitives.WriteInt64LittleEndian(file, file.Length - 8 - values);
        Encoding.UTF8.GetBytes(header, file.AsSpan(8));
        file.AsSpan(file.Length - values).Fill(7);
        return file;
    }
}
