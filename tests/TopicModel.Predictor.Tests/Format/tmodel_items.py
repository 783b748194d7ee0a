"""From the sentences of an article to the items that it shows: docs/model-format.md, section 8."""
import re
from tmodel_features import BLANK, BREAK, NUMBER_OPENING, mark, ordinal, roman, spelled
from tmodel_text import DROPPED, UPPER, WORD, words_of

has_list_mark = lambda s: s[0] in '-–—•*+'
has_stop = lambda s: s[-1] not in ':)' and not re.match(f'[{WORD}&\uD800-\uDFFF]', s[-1])
starts = lambda s: [word.lstrip(DROPPED)[:1] for word in re.findall(f'[{WORD}]+', s)]


def number_alone(s):
    core = s.strip(NUMBER_OPENING + '.:,)/”')
    if not 0 < len(core) <= 40: return None
    if not re.fullmatch('[0-9A-Za-z]+', core): return spelled(core)[0] if spelled(core)[1] == '' and re.match(f'[{WORD}]', core[-1]) else None
    if core.isdigit(): return int(core) if len(core) <= 2 and int(core) else None
    return None if len(core) > 4 else roman(core) if set(core) <= set('IVX') else ord(core.lower()) - 96 if len(core) == 1 else None


def is_name(s): return not has_stop(s) and 2 <= len(words_of(s)) <= 4 and all(c in UPPER for c in starts(s))


def is_heading(s, following):
    if not following or has_stop(s) or len(words_of(s)) > 12: return False
    (number, style), (next_number, next_style), letters = mark(s), mark(following), re.sub(f'[^{WORD}]|[0-9{DROPPED}]', '', s)
    if style and style == next_style and next_number == number + 1: return False
    if style == 'Roman' or (letters and all(c in UPPER for c in letters)): return True
    return bool(style) and (has_list_mark(following) or (next_style != style and next_number == 1))


def is_introduction(s, following):
    listed = following and (has_list_mark(following) or 1 in (ordinal(following), number_alone(following)))
    return bool(listed) and s[-1] == ':' and len(words_of(s)) <= 25


def only_introduce(texts, places, given):
    """[sentence] -> whether it only introduces others; places are (field, start, end)."""
    found, item_next = [False] * len(places), False
    for i in range(len(places) - 1, -1, -1):
        field, start, end = places[i]
        s, following = texts[field][start:end], ''
        if i + 1 < len(places) and places[i + 1][0] == field: following = texts[field][slice(*places[i + 1][1:])]
        item_next = bool(following) and (item_next if found[i + 1] else given[i + 1])
        before, behind = texts[field][:start].rstrip(BLANK), texts[field][end:].lstrip(BLANK)
        is_line = before[-1:] in ('', *BREAK) and behind[:1] in ('', *BREAK)
        found[i] = number_alone(s) is not None or (item_next and is_introduction(s, following)) or (is_line and (is_name(s) or is_heading(s, following)))
    return found


def items(texts, places, given):
    """(field, start, end, number, whether it continues the item before) of the items; given says which sentences are above the threshold."""
    found, listed, introduces = [], None, only_introduce(texts, places, given)
    for i, (field, start, end) in enumerate(places):
        if not given[i] or introduces[i]: continue
        s, number, follows = texts[field][start:end], None, i > 0 and places[i - 1][0] == field
        numbers = [n for n in map(ordinal, re.split('[:;]', s)[1:]) if n]
        number = ordinal(s) or (numbers[0] if len(numbers) == 1 else number_alone(texts[field][slice(*places[i - 1][1:])]) if follows else None)
        marked = number is not None or has_list_mark(s)
        continues = not marked and listed is not None and listed == i - 1 and follows and not re.search(f'[{BREAK}]', texts[field][places[i - 1][2]:start])
        if marked or continues: listed = i
        found.append((field, start, end, number, continues))
    return found
