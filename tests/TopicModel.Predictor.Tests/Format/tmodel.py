"""Reads TopicModel files and scores articles with them, by docs/model-format.md alone; sections below are sections there.

usage: tmodel.py MODEL.tmodel < ARTICLES.jsonl     one JSON object a line: {"title": "...", "lead": "...", "body": "..."}
"""
import html.entities, json, math, re, struct, sys, unicodedata, zlib

U64 = (1 << 64) - 1
A, B, C = 0x9E3779B97F4A7C15, 0xD6E8FEB86659FD93, 0xFF51AFD7ED558CCD
f32 = lambda x: struct.unpack('<f', struct.pack('<f', x))[0]
nfd = lambda s: unicodedata.normalize('NFD', s)
nfc = lambda s: unicodedata.normalize('NFC', s)
sigmoid = lambda x: 1 / (1 + math.exp(-x))


class Model:  # 1, 6 and 7
    def __init__(self, file):
        magic, version, count, checksum = struct.unpack_from('<8sIII', file)
        assert magic == b'TMODEL\r\n' and version == 2 and zlib.crc32(file[24:24 + 32 * count]) == checksum
        part = {}
        for i in range(count):
            tag, offset, length, checksum = struct.unpack_from('<8sQQI', file, 24 + 32 * i)
            part[tag.rstrip(b'\0').decode()] = file[offset:offset + length]
            assert zlib.crc32(file[offset:offset + length]) == checksum
        array = lambda tag, code: [value for value, in struct.iter_unpack('<' + code, part[tag])]
        self.manifest, self.idf = json.loads(part['MANIFEST']), part['IDF']
        self.buckets, self.prints, self.codes, outputs = array('BUCKETS', 'I'), array('PRINTS', 'I'), array('WEIGHTS', 'b'), array('OUTPUTS', 'f')
        self.biases, self.scales, width = outputs[::2], outputs[1::2], -(-len(outputs) // 16)
        self.masks = [int.from_bytes(part['MASKS'][f * width:(f + 1) * width], 'little') for f in range(len(self.prints))]
        self.rows = [0]
        for mask in self.masks: self.rows.append(self.rows[-1] + bin(mask).count('1'))

    def find(self, h):
        bucket, fingerprint = divmod(h * (len(self.buckets) - 1) >> 32, 1 << 32)
        start, end = self.buckets[bucket:bucket + 2]
        return start + self.prints[start:end].index(fingerprint) if fingerprint in self.prints[start:end] else None

    def scores(self, ngrams):
        """Of (hash, weight of its field) in reading order."""
        counts, tfidf = {}, self.manifest['features']['weighting'] == 'tfidf'
        for h, weight in ngrams:
            feature = self.find(h)
            if feature is not None: counts[feature] = f32(counts.get(feature, 0) + f32(weight))
        values = {f: (c if c <= 1 else 1 + math.log(c)) * self.idf[f] / 16 if tfidf else 1.0 for f, c in counts.items()}
        squares = sum(v * v for v in values.values())
        factor, sums = f32(1 / math.sqrt(squares)) if squares >= 1e-60 else 1.0, [0.0] * len(self.biases)
        for f, value in values.items():
            place = self.rows[f]
            for k in range(len(sums)):
                if not self.masks[f] >> k & 1: continue
                sums[k] = f32(sums[k] + f32(f32(value * factor) * self.codes[place] * abs(self.codes[place])))
                place += 1
        return [f32(bias + f32(s * scale)) for bias, s, scale in zip(self.biases, sums, self.scales)]

    def probabilities(self, scores):
        x = [slope * s + offset for slope, s, offset in zip(self.manifest['slopes'], scores, self.manifest['offsets'])]
        if self.manifest['link'] == 'sigmoid': return [sigmoid(v) for v in x]
        return [math.exp(v - max(x)) / sum(math.exp(w - max(x)) for w in x) for v in x]


def units16(text):  # a text is a string of UTF-16 units
    return ''.join(chr(unit) for unit, in struct.iter_unpack('<H', text.encode('utf-16-le', 'surrogatepass')))


def reference(text, i):  # 3, rule 5
    semicolon = text.find(';', i + 1, i + 12)
    name = text[i + 1:semicolon] if semicolon > i + 2 and re.fullmatch('[A-Za-z0-9#]+', text[i + 1:semicolon]) else ''
    number = re.fullmatch('#(?:([0-9]+)|[xX]([0-9A-Fa-f]+))', name)
    code = (int(number[1]) if number[1] else int(number[2], 16)) if number else 39 if name == 'apos' else html.entities.name2codepoint.get(name, 0)
    return (units16(chr(code)), semicolon + 1 - i) if 0 < code <= 0x10FFFF and not 0xD800 <= code < 0xE000 else ('&', 1)


def kind(c):  # 3: L letter, M mark, I ignorable, S separator
    if len(c) == 2:
        code = 0x10000 + (ord(c[0]) - 0xD800) * 0x400 + ord(c[1]) - 0xDC00
        return 'L' if any(a <= code <= b for a, b in ((0x10000, 0x1CEFF), (0x1D400, 0x1D7FF), (0x1DF00, 0x1EFFF), (0x20000, 0x323AF))) else 'S'
    if re.match('[\u00AD\u034F\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF]', c): return 'I'
    category = unicodedata.category(c)[0]
    return 'M' if category == 'M' or '\u1161' <= c <= '\u11C2' else 'L' if category in 'LN' else 'S'


def tokens(text):
    """3: (token, start, end) of each."""
    found, raw, start, end, i = [], '', 0, 0, 0
    while i <= len(text):
        c, size = (text[i], 1) if i < len(text) else (' ', 1)
        if c == '&': c, size = reference(text, i)
        elif re.match('[\uD800-\uDBFF][\uDC00-\uDFFF]', text[i:i + 2]): c, size = text[i:i + 2], 2
        what = kind(c)
        if what == 'L' and not raw: start = i
        if what == 'L' or (what == 'M' and raw): raw, end = raw + fold(c), i + size
        elif what == 'S' and raw:
            found.append((normal(raw), start, end))
            raw = ''
        i += size
    return found


def fold(c):
    return 'đ' if c in 'ÐðƉɖ' else 'i' if c == 'İ' else c.lower() if len(c.lower()) == len(c) else c


def normal(raw):
    token = raw if raw.isascii() else nfc(re.sub('([\u0300\u0301\u0303\u0309])([\u0302\u0306])', r'\2\1', nfd(raw)))
    return re.sub('[òóỏõọ][ae]|[ùúủũụ]y', lambda m: nfd(m[0])[0] + nfc(m[0][1] + nfd(m[0])[1]), token[:256])


def unaccented(token):
    return ''.join(c if c >= '\u2000' else 'd' if c == 'đ' else ''.join(base for base in nfd(c) if kind(base) != 'M') for c in token)



def phrase_set(text):
    return [[token for token, _, _ in tokens(phrase)] for phrase in text.split(', ')]


words_of = lambda text: [token for token, _, _ in tokens(text)]
is_longer = lambda line, n: len(line) > n and sum(kind(c) not in 'MI' for c in line) > n
starts_with = lambda line, phrases: any(words_of(line)[:len(phrase)] == phrase for phrase in phrases)
CREDITS, VIDEO = phrase_set('ảnh, ảnh minh họa, ảnh tư liệu, nguồn ảnh, đồ họa'), phrase_set('video, clip, photo')
LINKS = phrase_set('tin liên quan, bài liên quan, xem thêm, đọc thêm, từ khóa')
TAILS = LINKS + phrase_set('các tin khác, tin khác, tin cùng chuyên mục, mới nhất, tin mới nhất, tin mới, phản hồi, ý kiến bạn đọc, bình luận, '
                           'đọc nhiều, chia sẻ bài viết, gửi phản hồi, gửi bình luận, related news')
SIGNS = phrase_set('theo, nguồn, ttxvn, vov, vnexpress, tuổi trẻ, vietnam, bnews, t h, pv, reuters, afp, xinhua')
TEMPLATES = phrase_set('keyword, keywords, tag, tags, title, description, date, author, source, image, photo, video, ads, related, related_news')


def is_credit(line):  # 4, rule 2
    inner = line.strip('()[]* ')
    before, colon, behind = inner.rpartition(':')
    if not colon: return line[0] in '([' and not is_longer(line, 40) and words_of(inner) in CREDITS
    before = words_of(re.split('[.\\-–—(|/]', before)[-1])
    return not is_longer(behind, 50) and (before in CREDITS or (before in VIDEO and not line.isascii()))


def is_sign_off(line):  # 4, rule 5
    if is_longer(line, 40) or line[-1] == '.' or re.search('[,;?!]', line) or not starts_with(line.strip('()[]* '), SIGNS): return False
    return all(line[s].isupper() or line[s] in '0123456789' or (s and line[s - 1] == '.') for _, s, _ in tokens(line))


def clean(text, title):
    """4: the ranges that are kept."""
    kept, first, end_of_text = [], True, len(text.rstrip())
    lines = [(m.start(), m.end()) for m in re.finditer('[^\n]+', text[:end_of_text]) if m[0].strip()]
    for number, (start, end) in enumerate(lines):
        line = text[start:end].strip()
        start += len(text[start:end]) - len(text[start:end].lstrip())
        end, colon, drop, was_first, first = start + len(line), line.find(':'), False, first, False
        if not is_longer(line, 240):
            drop = is_credit(line)
            if not drop and 0 < colon < len(line) - 1: drop = words_of(line[:colon]) in LINKS
            elif not drop and start / len(text) >= .4 and words_of(line[:colon] if colon > 0 else line) in TAILS: break
        if not drop and number == len(lines) - 1 and number and is_sign_off(line) and not text.isascii(): drop = True
        if was_first and title and not is_longer(line, 240) and words_of(line) == words_of(title): drop = True
        while not drop and start < end:
            marks = [m for m in re.finditer('{[^}]{0,38}}', text[start:end]) if words_of(m[0]) in TEMPLATES]
            stop = start + marks[0].start() if marks else end
            if stop > start: kept.append((start, stop))
            start = start + marks[0].end() if marks else end
    start = len(text) - len(text.lstrip())
    return kept or ([(start, end_of_text)] if end_of_text > start else [])


def finish(h):  # 5
    h = (h ^ h >> 29) * C & U64
    return h ^ h >> 32


def units(s):
    h, data = len(s) * A & U64, s.encode('utf-16-le', 'surrogatepass')
    for i in range(0, len(data), 8):
        h = (h ^ int.from_bytes(data[i:i + 8], 'little')) * B & U64
        h ^= h >> 32
    return finish(h)


join = lambda l, r: finish((((l << 23 | l >> 41) & U64) ^ r) * B & U64)
in_block = lambda h, block: h ^ block * A & U64


def ngrams(words, features, block=0):
    """6: feature hashes of a run of tokens, in reading order."""
    orders, chars, runs, found = features.get('words'), features.get('chars'), {}, []
    for word in words:
        for b, form in [(block, word)] + ([(1, unaccented(word))] if features.get('unaccented') else []):
            if not orders: continue
            run = [units(form)] + [join(h, units(form)) for h in runs.get(b, [])][:orders['max'] - 1]
            runs[b] = run
            found += [in_block(h, b) for h in run[orders['min'] - 1:]]
        for n in range(chars['min'], chars['max'] + 1) if chars else ():
            padded = f' {word} '
            found += [in_block(units(padded[i:i + n]), 2) for i in range(max(1, len(padded) - n + 1))]
            if n >= len(padded): break
    return found


def document(model, texts):
    """6: scores of an article."""
    features, fields, found = model.manifest['features'], model.manifest['textFields'], []
    for field, text in zip(fields, texts):
        title = texts[fields.index('title')] if 'title' in fields and field != 'title' else ''
        ranges = clean(text, title) if features['clean'] else [(0, len(text))]
        words = [word for start, end in ranges for word in words_of(text[start:end])]
        found += [(h, features['fieldWeights'].get(field, 1)) for h in ngrams(words, features)]
    return model.scores(found)


OPENING, LIST_MARKS = ' \t\u00A0\u200B\uFEFF"“‘\'([«-–—•*+', '-–—•*+'
ABBREVIATIONS = 'tp ts ths gs pgs bs ks cn th tx tt q p đ mr mrs ms dr st no vs prof inc ltd co jr'.split()
NUMERALS = 'một hai ba bốn năm sáu bảy tám chín mười'.split()
COUNTED = phrase_set('việc, điểm, điều, nhiệm vụ, giải pháp, vấn đề, nội dung, kiến nghị, đề nghị, yêu cầu, nhóm nhiệm vụ, nhóm giải pháp, nhóm vấn đề')


def keeps_stop(text, start, stop):  # 8: whether a full stop ends no sentence
    content = start + len(text[start:]) - len(text[start:].lstrip(OPENING))
    begin = stop
    while begin > start and kind(text[begin - 1]) in 'LMI': begin -= 1
    word, before = text[begin:stop], text[start:begin].rstrip(' \u00A0')
    if not word or len(word) > 16: return False
    if begin <= content and len(word) <= 3 and re.fullmatch('[0-9]+|[IVX]+|[A-Za-z]', word): return True
    if not nfc(word)[0].isupper(): return False
    token, numbered = words_of(word)[:1] or [''], words_of(re.split('[ \t\u00A0]', before)[-1])
    if len(token[0]) == 1: return not (word in 'IVX' and numbered and numbered[0] in 'quý khóa kỳ kỷ cấp loại hạng phần chương'.split())
    return token[0] in ABBREVIATIONS


def sentences(text, start, end):
    """8: ranges of the sentences of a range."""
    found, text = [], text[:end]
    for m in re.finditer('[\n\r\u2028\u2029]|[.!?…]+["”’\')\\]»]*', text):
        if m.start() < start: continue
        behind, first = text[m.end():], text[m.start()]
        blanks = len(behind) - len(behind.lstrip(' \t\u00A0'))
        rest = behind.lstrip(OPENING)
        if first not in '\n\r\u2028\u2029':
            ends = not behind[blanks:] or behind[blanks] in '\n\r\u2028\u2029' or (blanks and re.match('[0-9]', rest) or blanks and rest[:1].isupper())
            if not ends or (first == '.' and keeps_stop(text, start, m.start())): continue
        found.append((start, m.end()))
        start = m.end()
    ranges = [(s, s + len(text[s:e])) for s, e in found + [(start, end)]]
    trimmed = [(s + len(text[s:e]) - len(text[s:e].lstrip()), s + len(text[s:e].rstrip())) for s, e in ranges]
    return [(s, e) for s, e in trimmed if e > s]


def ordinal(sentence):
    text = sentence.lstrip(' \t\u00A0\u200B\uFEFF"“\'(-–—•*+')
    mark = re.match('([A-Za-z0-9]{1,4})([.)/])[^0-9]', text, re.S)
    if mark:
        if mark[1].isdigit() and len(mark[1]) <= 2 and int(mark[1]): return int(mark[1])
        if len(mark[1]) == 1 and mark[2] == ')' and mark[1].isalpha(): return ord(mark[1].lower()) - 96
        values = [' IVX'.find(c) and {'I': 1, 'V': 5, 'X': 10}.get(c, 0) for c in mark[1]]
        if all(values): return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))
    read = tokens(text)
    words = [token for token, _, _ in read] + [''] * 3
    at = next((n for n in range(1, 4) if words[n] == 'thứ' and words[:n] in COUNTED), 0)
    if not at and any(words[:len(thing)] == thing for thing in COUNTED): return None
    th = words[at] == 'thứ'
    at += th
    number = {'nhất': 1, 'nhì': 2, 'tư': 4}.get(words[at], 0) if th else 0
    number = number or (NUMERALS.index(words[at]) + 1 if words[at] in NUMERALS[th:] else 0)
    if not number: return None
    following = 5 if words[at + 1] == 'lăm' else NUMERALS[:9].index(words[at + 1]) + 1 if words[at + 1] in NUMERALS[:9] else 0
    if number == 10 and following: number, at = 10 + following, at + 1
    after, pause = words[at + 1], text[read[at][2]:][:1]
    if th: return None if after in ('tuần', 'ngày') or (after in ('hằng', 'hàng') and words[at + 2] == 'tuần') else number
    return number if after == 'là' or (pause in (',', ':') and pause and after and after not in NUMERALS) else None


def form(whose, s):
    number = ordinal(s)
    names = ['ordinal', 'ordinal first' if number == 1 else 'ordinal later'] if number else []
    names += ['list mark'] * (s[0] in LIST_MARKS) + ['colon'] * (s[-1] == ':') + ['quote'] * any(c in s for c in '"“”«')
    return [f'{whose} {name}' for name in names + ['asks or calls'] * (s[-1] in '?!') + [f'length {len(s).bit_length() - 1}']]


def passages(model, texts):
    """8: (field, start, end, score) of each sentence."""
    manifest, scored = model.manifest, []
    for field in manifest['sentenceFields']:
        fields = manifest['textFields']
        text, title = texts[fields.index(field)], texts[fields.index('title')] if 'title' in fields and field != 'title' else ''
        places = [s for r in (clean(text, title) if manifest['features']['clean'] else [(0, len(text))]) for s in sentences(text, *r)]
        all_ = [text[start:end] for start, end in places]
        for i, (s, n) in enumerate((s, len(all_)) for s in all_):
            names = form('self', s)
            first = [units('starts with')]
            for word in words_of(s)[:2]: first.append(join(first[-1], units(word)))
            own = ngrams(words_of(s), manifest['features']) + [in_block(units(name), 5) for name in names] + [in_block(h, 5) for h in first[1:]]
            place = [f'place {5 * i // n}'] + ['place first'] * (i == 0) + ['place last'] * (i == n - 1) + [f'sentences {n.bit_length() - 1}']
            found = own + [in_block(units(name), 5) for name in place]
            for j, block, whose in ((i - 1, 3, 'previous'), (i + 1, 4, 'next')):
                if not 0 <= j < n: continue
                found += ngrams(words_of(all_[j]), {'words': {'min': 1, 'max': 1}}, block) + [in_block(units(name), 5) for name in form(whose, all_[j])]
            scored.append((field, *places[i], model.scores([(h, 1) for h in found])[0]))
    return scored


def document_probability(rule, ps):  # 8
    logit = lambda p: math.log(min(max(p, 1e-6), 1 - 1e-6) / (1 - min(max(p, 1e-6), 1 - 1e-6)))
    top = sorted(ps, reverse=True)[:3] + [0] * 3
    summary = [logit(top[0]), logit(top[1]), logit(top[2]), math.log(1 + sum(ps)), sum(ps) / len(ps) if ps else 0, math.log(1 + len(ps))]
    return sigmoid(rule['bias'] + sum(w * v for w, v in zip(rule['weights'], summary)))


def answer(model, article):
    texts = [units16(article.get(field) or '') for field in model.manifest['textFields']]
    if model.manifest['kind'] != 'passages':
        scores = document(model, texts)
        return {'scores': scores, 'probabilities': model.probabilities(scores)}
    scored = passages(model, texts)
    return {'sentences': scored, 'probability': document_probability(model.manifest['document'], [model.probabilities([s[3]])[0] for s in scored])}


if __name__ == '__main__':
    loaded = Model(open(sys.argv[1], 'rb').read())
    for line in sys.stdin.buffer: print(json.dumps(answer(loaded, json.loads(line))))
