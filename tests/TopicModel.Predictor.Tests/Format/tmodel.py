"""Reads TopicModel files and scores articles with them, by docs/model-format.md alone; the numbers below are its sections.

usage: tmodel.py MODEL.tmodel < ARTICLES.jsonl     one JSON object a line: {"title": "...", "lead": "...", "body": "..."}
"""
import json, math, struct, sys, zlib
from tmodel_features import document, passages
from tmodel_items import items

f32 = lambda x: struct.unpack('<f', struct.pack('<f', x))[0]
sigmoid = lambda x: 1 / (1 + math.exp(-x))


class Model:  # 1, 6 and 7
    def __init__(self, file):
        magic, version, count, checksum = struct.unpack_from('<8sIII', file)
        assert magic == b'TMODEL\r\n' and version == 2 and zlib.crc32(file[24:24 + 32 * count]) == checksum
        entries = [struct.unpack_from('<8sQQI', file, 24 + 32 * i) for i in range(count)]
        assert all(zlib.crc32(file[start:start + length]) == checksum for _, start, length, checksum in entries)
        part = {tag.rstrip(b'\0').decode(): file[start:start + length] for tag, start, length, _ in entries}
        array = lambda tag, code: [value for value, in struct.iter_unpack('<' + code, part[tag])]
        self.manifest, self.idf, outputs = json.loads(part['MANIFEST']), part['IDF'], array('OUTPUTS', 'f')
        self.buckets, self.prints, self.codes = array('BUCKETS', 'I'), array('PRINTS', 'I'), array('WEIGHTS', 'b')
        self.biases, self.scales, width = outputs[::2], outputs[1::2], -(-len(outputs) // 16)
        self.masks = [int.from_bytes(part['MASKS'][f * width:(f + 1) * width], 'little') for f in range(len(self.prints))]
        self.rows = [0]
        for mask in self.masks: self.rows.append(self.rows[-1] + bin(mask).count('1'))

    def scores(self, ngrams):
        """Of (hash, weight of its field) in reading order."""
        counts, tfidf, sums = {}, self.manifest['features']['weighting'] == 'tfidf', [0.0] * len(self.biases)
        for h, weight in ngrams:
            bucket, fingerprint = divmod(h * (len(self.buckets) - 1) >> 32, 1 << 32)
            start, end = self.buckets[bucket:bucket + 2]
            if fingerprint not in self.prints[start:end]: continue
            feature = self.prints.index(fingerprint, start, end)
            counts[feature] = f32(counts.get(feature, 0) + f32(weight))
        values = {f: f32(f32(c if c <= 1 else 1 + math.log(c)) * self.idf[f] / 16) if tfidf else 1.0 for f, c in counts.items()}
        squares = sum(v * v for v in values.values())
        factor = f32(1 / math.sqrt(squares)) if squares >= 1e-60 else 1.0
        for f, value in values.items():
            outputs = [k for k in range(len(sums)) if self.masks[f] >> k & 1]
            for k, q in zip(outputs, self.codes[self.rows[f]:self.rows[f + 1]]): sums[k] = f32(sums[k] + f32(f32(value * factor) * q * abs(q)))
        return [f32(bias + f32(s * scale)) for bias, s, scale in zip(self.biases, sums, self.scales)]

    def probabilities(self, scores):
        x = [slope * s + offset for slope, s, offset in zip(self.manifest['slopes'], scores, self.manifest['offsets'])]
        if self.manifest['link'] == 'sigmoid': return [sigmoid(v) for v in x]
        return [math.exp(v - max(x)) / sum(math.exp(w - max(x)) for w in x) for v in x]


def document_probability(rule, ps):  # 8
    logits = [math.log(p / (1 - p)) for p in (min(max(p, 1e-6), 1 - 1e-6) for p in sorted(ps)[::-1][:3] + [0] * 3)]
    summary = logits[:3] + [math.log(1 + sum(ps)), sum(ps) / max(len(ps), 1), math.log(1 + len(ps))]
    return sigmoid(rule['bias'] + sum(w * v for w, v in zip(rule['weights'], summary)))


def answer(model, article):
    in_units = lambda text: ''.join(chr(unit) for unit, in struct.iter_unpack('<H', text.encode('utf-16-le', 'surrogatepass')))
    texts = {field: in_units(article.get(field) or '') for field in model.manifest['textFields']}
    if model.manifest['kind'] != 'passages':
        scores = model.scores(document(model.manifest, texts))
        return {'scores': scores, 'probabilities': model.probabilities(scores)}
    scored = [(*place, model.scores(ngrams)[0]) for *place, ngrams in passages(model.manifest, texts)]
    ps = [model.probabilities([score])[0] for *_, score in scored]
    rule, threshold, places = model.manifest['document'], model.manifest['thresholds'][0], [(field, start, end) for field, start, end, _ in scored]
    probability = document_probability(rule, ps)
    shown = items(texts, places, [p >= threshold for p in ps]) if probability >= rule['threshold'] else []
    return {'sentences': scored, 'probability': probability, 'items': shown}


if __name__ == '__main__':
    loaded = Model(open(sys.argv[1], 'rb').read())
    for line in sys.stdin.buffer: print(json.dumps(answer(loaded, json.loads(line))))
