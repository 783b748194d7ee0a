"""From an article to its features, which are 64-bit hashes: docs/model-format.md, sections 5, 6 and 8."""
import itertools, re
from tmodel_text import UPPER, WORD, clean, phrases, unaccented, words_of

U64, A, B, C = (1 << 64) - 1, 0x9E3779B97F4A7C15, 0xD6E8FEB86659FD93, 0xFF51AFD7ED558CCD


def finish(h):  # 5
    h = (h ^ h >> 29) * C & U64
    return h ^ h >> 32


def units(s):
    data = s.encode('utf-16-le', 'surrogatepass')
    h = len(data) // 2 * A & U64
    for i in range(0, len(data), 8):
        h = (h ^ int.from_bytes(data[i:i + 8], 'little')) * B & U64
        h ^= h >> 32
    return finish(h)


join = lambda left, right: finish(((left << 23 | left >> 41) & U64 ^ right) * B & U64)
in_block = lambda h, block: h ^ block * A & U64
name_hash = lambda name: in_block(units(name), 5)


def ngrams(words, features, block=0):
    """6: feature hashes of a run of tokens, in reading order."""
    orders, sizes, runs, found = features.get('words'), features.get('chars'), {}, []
    for word in words:
        for b, form in [(block, word), (1, unaccented(word))][:2 if features.get('unaccented') else 1] if orders else []:
            runs[b] = [units(form)] + [join(h, units(form)) for h in runs.get(b, [])][:orders['max'] - 1]
            found += [in_block(h, b) for h in runs[b][orders['min'] - 1:]]
        padded = f' {word} '.encode('utf-16-le', 'surrogatepass')
        for n in range(2 * sizes['min'], min(2 * sizes['max'], max(len(padded), 2 * sizes['min'])) + 1, 2) if sizes else []:
            found += [in_block(units(padded[i:i + n].decode('utf-16-le', 'surrogatepass')), 2) for i in range(0, max(1, len(padded) - n + 1), 2)]
    return found


def parts(manifest, texts, fields):
    """6: (field, its text, ranges of it to read)."""
    for field in fields:
        text, title = texts[field], texts.get('title', '') if field != 'title' else ''
        yield field, text, clean(text, title) if manifest['features']['clean'] else [(0, len(text))]


def document(manifest, texts):
    """6: (hash, weight of its field) in reading order; texts are {field: text}."""
    found, features = [], manifest['features']
    for field, text, ranges in parts(manifest, texts, manifest['textFields']):
        words = [word for start, end in ranges for word in words_of(text[start:end])]
        found += [(h, features['fieldWeights'].get(field, 1)) for h in ngrams(words, features)]
    return found


BREAK, BLANK, OPENING = '\n\r\u2028\u2029', ' \t\u00A0', ' \t\u00A0\u200B\uFEFF"“‘\'(\\[«\\-–—•*+'
STOP = re.compile(f'[{BREAK}]|[.!?…]+["”’\')\\]»]*(?=[{BLANK}]*(?:$|[{BREAK}])|[{BLANK}]+[{OPENING}]*[{UPPER}0-9])')
ABBREVIATIONS = 'tp ts ths gs pgs bs ks cn th tx tt q p đ mr mrs ms dr st no vs prof inc ltd co jr'.split()
NUMBER_OPENING = ' \t\u00A0\u200B\uFEFF"“\'(-–—•*+'
COUNTED = '(?:việc|điểm|điều|(?:nhóm )?(?:nhiệm vụ|giải pháp|vấn đề)|nội dung|kiến nghị|đề nghị|yêu cầu)'
NUMBERED = phrases('quý, khóa, kỳ, kỷ, cấp, loại, hạng, phần, chương')
NUMERALS = 'một hai ba bốn năm sáu bảy tám chín mười'.split()
TH, NUMBER, UNIT = '|'.join(NUMERALS[1:]), f'({"|".join(NUMERALS)})', '|'.join(NUMERALS[:9] + ['lăm'])


def keeps_stop(sentence):  # 8: whether a full stop behind this ends no sentence
    before, word = re.fullmatch(f'(?s)(.*?)([{WORD}]*)', sentence).groups()
    token, numbered = words_of(word), words_of(re.split(f'[{BLANK}]', before.rstrip(' \u00A0'))[-1])
    if not 0 < len(word) <= 16: return False
    if re.fullmatch(f'[{OPENING}]*', before) and re.fullmatch('[0-9]{1,3}|[IVX]{1,3}|[A-Za-z]', word): return True
    if word[0] not in UPPER or len(token[0]) > 1: return word[0] in UPPER and token[0] in ABBREVIATIONS
    return word not in 'IVX' or numbered not in NUMBERED


def sentences(text, start, end):
    """8: ranges of the sentences of a range."""
    found = []
    for m in [*STOP.finditer(text[:end], start), None]:
        if m and m[0][0] == '.' and keeps_stop(text[start:m.start()]): continue
        stop = m.end() if m else end
        found += [(s.start() + start, s.end() + start) for s in re.finditer(r'(?s)\S(?:.*\S)?', text[start:stop])]
        start = stop
    return found


def mark(sentence):
    """8: (number, style) of a sentence that starts with a number in digits, Roman digits or as a letter, else (None, None)."""
    m = re.match('(?s)([A-Za-z0-9]{1,4})([.)/])[^0-9]', sentence.lstrip(NUMBER_OPENING))
    if m and m[1].isdigit(): return (int(m[1]), 'digits') if len(m[1]) <= 2 and int(m[1]) else (None, None)
    if m and m[1].isalpha() and len(m[1]) == 1 and m[2] == ')': return ord(m[1].lower()) - 96, 'letter'
    return (roman(m[1]), 'Roman') if m and set(m[1]) <= set('IVX') else (None, None)


def roman(digits):
    values = [{'I': 1, 'V': 5, 'X': 10}[c] for c in digits]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


def spelled(text):
    """8: (number, words behind it) of a text that starts with an ordinal in words, else (None, '')."""
    words = ' '.join(words_of(re.sub(f'(?<=[{WORD}])[,:]', ' ⲁ', text))) + ' '  # a letter in place of the pause
    m = re.match(f'(?:{COUNTED} (?=thứ ))?(?:thứ (nhất|nhì|tư|{TH})|{NUMBER}) (?:(?<=mười )({UNIT}) )?', words)
    if not m: return None, ''
    behind, value = words[m.end():], lambda word: {'nhất': 1, 'nhì': 2, 'tư': 4, 'lăm': 5}.get(word) or NUMERALS.index(word) + 1
    counts = not re.match('(?:ⲁ )?(?:tuần|ngày|hằng tuần|hàng tuần) ', behind) if m[1] else re.match(f'là |ⲁ (?!{NUMBER} )\\S', behind)
    return (value(m[1] or m[2]) + (value(m[3]) if m[3] else 0), behind.removeprefix('là ')) if counts else (None, '')


ordinal = lambda sentence: mark(sentence)[0] or spelled(sentence.lstrip(NUMBER_OPENING))[0]  # 8


def form(whose, s):
    number = ordinal(s)
    names = ['ordinal', 'ordinal first' if number == 1 else 'ordinal later'] if number else []
    names += ['list mark'] * (s[0] in '-–—•*+') + ['colon'] * (s[-1] == ':') + ['quote'] * any(c in s for c in '"“”«')
    return [name_hash(f'{whose} {name}') for name in names + ['asks or calls'] * (s[-1] in '?!') + [f'length {len(s).bit_length() - 1}']]


def passages(manifest, texts):
    """8: of each sentence (field, start, end, features as those of a document)."""
    for field, text, ranges in parts(manifest, texts, manifest['sentenceFields']):
        places = [place for start, end in ranges for place in sentences(text, start, end)]
        all_, count = [text[start:end] for start, end in places], len(places)
        for i, s in enumerate(all_):
            words = [units('starts with'), *map(units, words_of(s)[:2])]
            found = ngrams(words_of(s), manifest['features']) + form('self', s) + [in_block(h, 5) for h in itertools.accumulate(words, join)][1:]
            place = [f'place {5 * i // count}'] + ['place first'] * (i == 0) + ['place last'] * (i == count - 1)
            found += [name_hash(name) for name in place + [f'sentences {count.bit_length() - 1}']]
            for j, block, whose in ((i - 1, 3, 'previous'), (i + 1, 4, 'next')):
                if 0 <= j < count: found += ngrams(words_of(all_[j]), {'words': {'min': 1, 'max': 1}}, block) + form(whose, all_[j])
            yield (field, *places[i], [(h, 1) for h in found])
