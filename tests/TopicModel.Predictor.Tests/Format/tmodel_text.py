"""From a text to its tokens (docs/model-format.md, section 3) and to the ranges of an article that are read (section 4)."""
import functools, html.entities, re
from unicodedata import category, normalize

is_mark = lambda c: category(c)[0] == 'M' or '\u1161' <= c <= '\u11C2'
is_ignorable = lambda c: re.match('[\u00AD\u034F\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF]', c)
chars = lambda test: ''.join(filter(test, map(chr, range(0x10000))))
MARKS, DROPPED = chars(is_mark), chars(lambda c: is_mark(c) or is_ignorable(c))
UPPER, WORD = chars(lambda c: category(c)[0] in 'LN' and c.lower() != c), chars(lambda c: category(c)[0] in 'LNM' or is_ignorable(c))


class Folding(dict):  # 3: [code point] -> what str.translate puts in its place; separators become blanks
    def __missing__(self, code):
        c, lower = chr(code), chr(code).lower()
        letter = category(c)[0] in 'LN' if code < 0x10000 else re.match('[\U00010000-\U0001CEFF\U0001D400-\U0001D7FF\U0001DF00-\U0001EFFF\U00020000-\U000323AF]', c)
        self[code] = '' if is_ignorable(c) else c if is_mark(c) and code < 0x10000 else ' ' if not letter else \
            'đ' if c in 'ÐðƉɖ' else 'i' if c == 'İ' else lower if len(lower) == 1 and code < 0x10000 else c
        return self[code]


def reference(m):  # 3, rule 5
    number = re.fullmatch('#(?:([0-9]+)|[xX]([0-9A-Fa-f]+))', m[1])
    code = int(number[1] or number[2], 10 if number[1] else 16) if number else {**html.entities.name2codepoint, 'apos': 39}.get(m[1], 0)
    return chr(code) if 0 < code <= 0x10FFFF and not 0xD800 <= code < 0xE000 else m[0].replace('&', ' ')


@functools.lru_cache(10000)
def words_of(text, folding=Folding()):
    """3: tokens of a text, which is a string of UTF-16 units."""
    whole = text.encode('utf-16-le', 'surrogatepass').decode('utf-16-le', 'replace')
    raw = re.sub('&([A-Za-z0-9#]{2,10});', reference, whole).translate(folding).split(' ')
    return [token for token in (normal(token.lstrip(MARKS)) for token in raw) if token]


def normal(raw):
    token = raw if raw.isascii() else normalize('NFC', re.sub('([\u0300\u0301\u0303\u0309])([\u0302\u0306])', r'\2\1', normalize('NFD', raw)))
    move_tone = lambda m: normalize('NFD', m[0])[0] + normalize('NFC', m[0][1] + normalize('NFD', m[0])[1])
    return re.sub('[òóỏõọ][ae]|[ùúủũụ]y', move_tone, token[:256])


def unaccented(token):
    return ''.join(c if c >= '\u2000' else 'd' if c == 'đ' else ''.join(base for base in normalize('NFD', c) if not is_mark(base)) for c in token)


phrases = lambda text: [words_of(phrase) for phrase in text.split(', ')]
is_longer = lambda line, n: sum(not is_mark(c) and not is_ignorable(c) for c in line) > n
CREDITS, FOREIGN = phrases('ảnh, ảnh minh họa, ảnh tư liệu, nguồn ảnh, đồ họa'), phrases('video, clip, photo')
LINKS = phrases('tin liên quan, bài liên quan, xem thêm, đọc thêm, từ khóa')
TAILS = LINKS + phrases('các tin khác, tin khác, tin cùng chuyên mục, mới nhất, tin mới nhất, tin mới, phản hồi, ý kiến bạn đọc, bình luận, '
                        'đọc nhiều, chia sẻ bài viết, gửi phản hồi, gửi bình luận, related news')
SIGNS = phrases('theo, nguồn, ttxvn, vov, vnexpress, tuổi trẻ, vietnam, bnews, t h, pv, reuters, afp, xinhua')
TEMPLATES = phrases('keyword, keywords, tag, tags, title, description, date, author, source, image, photo, video, ads, related, related_news')


def is_credit(line):  # 4, rule 2
    before, colon, behind = line.strip('()[]* ').rpartition(':')
    if not colon: return line[0] in '([' and not is_longer(line, 40) and words_of(behind) in CREDITS
    before = words_of(re.split('[.\\-–—(|/]', before)[-1])
    return not is_longer(behind, 50) and (before in CREDITS or (before in FOREIGN and not line.isascii()))


def is_sign_off(line):  # 4, rule 5
    words = words_of(line.strip('()[]* '))
    return not is_longer(line, 40) and not re.search('[,;?!]|[.]$', line) and any(words[:len(sign)] == sign for sign in SIGNS) \
        and all(m[0].lstrip(DROPPED)[:1] in UPPER + '0123456789' for m in re.finditer(f'(?<![.{WORD}])[{WORD}]+', line))


def clean(text, title):
    """4: the ranges that are kept."""
    kept, lines = [], list(re.finditer(r'\S(?:[^\n]*\S)?', text))
    for m in lines:
        line, start, short = m[0], m.start(), not is_longer(m[0], 240)
        before, _, behind = line.partition(':')
        if short and is_credit(line): continue
        if short and before and behind:
            if words_of(before) in LINKS: continue
        elif short and start / len(text) >= .4 and words_of(before or line) in TAILS: break
        if lines[0] is not m is lines[-1] and is_sign_off(line) and not text.isascii(): continue
        if lines[0] is m and title and short and words_of(line) == words_of(title): continue
        for mark in re.finditer('(?=({[^}]{0,38}}))', line):
            if m.start() + mark.start() < start or words_of(mark[1]) not in TEMPLATES: continue
            kept.append((start, m.start() + mark.start()))
            start = m.start() + mark.end(1)
        kept.append((start, m.end()))
    return [(start, end) for start, end in kept if start < end] or [(m.start(), m.end()) for m in re.finditer(r'(?s)\S(?:.*\S)?', text)]
