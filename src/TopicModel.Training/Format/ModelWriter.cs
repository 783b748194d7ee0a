using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using TopicModel.Format;
using TopicModel.Models;

namespace TopicModel.Training.Format;

/// <summary>
/// Writes model files (docs/model-format.md). The bytes depend on the model alone: nothing of clock, machine or process is in them.
/// </summary>
internal static class ModelWriter
{
    /// <summary>The whole file.</summary>
    /// <exception cref="InvalidOperationException">The model is larger than a file may be (2 GiB).</exception>
    public static byte[] ToBytes(TextModel model)
    {
        List<(string Tag, byte[] Bytes)> sections = Sections(model);
        long position = Align(ModelLayout.HeaderLength + sections.Count * (long)ModelLayout.EntryLength);
        var offsets = new long[sections.Count];
        for (int i = 0; i < offsets.Length; i++)
        {
            offsets[i] = Align(position);
            position = offsets[i] + sections[i].Bytes.Length;
        }
        if (position > ModelReader.MostBytes) throw new InvalidOperationException($"the model needs {position} bytes, a model file has at most {ModelReader.MostBytes}");
        var file = new byte[position];
        for (int i = 0; i < offsets.Length; i++)
        {
            sections[i].Bytes.CopyTo(file, offsets[i]);
            WriteEntry(file.AsSpan(ModelLayout.HeaderLength + i * ModelLayout.EntryLength), sections[i].Tag, offsets[i], sections[i].Bytes);
        }
        WriteHeader(file, sections.Count);
        return file;
    }

    private static List<(string Tag, byte[] Bytes)> Sections(TextModel model)
    {
        List<(string, byte[])> sections =
        [
            (ModelLayout.Manifest, JsonSerializer.SerializeToUtf8Bytes(Sorted(model.Manifest), ManifestJson.Default.ModelManifest)),
            (ModelLayout.Buckets, ToBytes(model.Vocabulary.BucketStarts)),
            (ModelLayout.Fingerprints, ToBytes(model.Vocabulary.Fingerprints)),
            (ModelLayout.Idf, ToBytes(model.Vocabulary.IdfCodes)),
            (ModelLayout.Rows, ToBytes(model.Linear.RowStarts)),
            (ModelLayout.Masks, ToBytes(model.Linear.Masks)),
            (ModelLayout.Weights, ToBytes(model.Linear.Codes)),
            (ModelLayout.Outputs, ToBytes(model.Linear.Scales)),
        ];
        if (model.Ngrams is { } ngrams) sections.Add((ModelLayout.Ngrams, ToBytes(ngrams.Bytes)));
        return sections;
    }

    /// <summary>The manifest with its dictionaries in ordinal order, whatever order they were filled in.</summary>
    private static ModelManifest Sorted(ModelManifest manifest) => manifest with
    {
        TrainerOptions = new SortedDictionary<string, string>(manifest.TrainerOptions.ToDictionary(), StringComparer.Ordinal),
        TestMetrics = new SortedDictionary<string, double>(manifest.TestMetrics.ToDictionary(), StringComparer.Ordinal),
        Prevalence = manifest.Prevalence is { } shares ? new SortedDictionary<string, double>(shares.ToDictionary(), StringComparer.Ordinal) : null,
        Features = manifest.Features with
        {
            FieldWeights = new SortedDictionary<string, double>(manifest.Features.FieldWeights.ToDictionary(), StringComparer.Ordinal),
        },
    };

    private static byte[] ToBytes<T>(ReadOnlySpan<T> values) where T : unmanaged
    {
        if (!BitConverter.IsLittleEndian) throw new PlatformNotSupportedException("Model files are written on little-endian processors only.");
        return MemoryMarshal.AsBytes(values).ToArray();
    }

    private static void WriteEntry(Span<byte> entry, string tag, long offset, byte[] section)
    {
        Encoding.ASCII.GetBytes(tag, entry);
        BinaryPrimitives.WriteInt64LittleEndian(entry[8..], offset);
        BinaryPrimitives.WriteInt64LittleEndian(entry[16..], section.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[24..], Crc32.Compute(section));
    }

    private static void WriteHeader(Span<byte> file, int sections)
    {
        ModelLayout.Magic.CopyTo(file);
        BinaryPrimitives.WriteUInt32LittleEndian(file[8..], ModelLayout.Version);
        BinaryPrimitives.WriteInt32LittleEndian(file[12..], sections);
        BinaryPrimitives.WriteUInt32LittleEndian(file[16..], Crc32.Compute(file.Slice(ModelLayout.HeaderLength, sections * ModelLayout.EntryLength)));
    }

    private static long Align(long position) => (position + ModelLayout.Alignment - 1) / ModelLayout.Alignment * ModelLayout.Alignment;
}
