#!/usr/bin/python3
"""Writes a corpus of a million articles: those of a file again and again, their text varied. Standard library only.

    tests/TopicModel.Benchmarks/million_articles.py ARTICLES.jsonl OUT.jsonl [--count 1000000] [--seed 1]

In every copy but the first a run of a sixth of the words is left out and a tenth of the others is replaced by words of articles of the same
label, drawn by their frequency: of articles of 200 words and more two copies have a Jaccard similarity of about 0.2 of their word 5-grams, a copy
and the original share about half, short ones may repeat; and n-grams that no other copy has keep coming, as they do in new articles. Lines
need "text" and "label"; the identifier is new. The README's figure, with vnews (see shared/bench) as articles and as test:

    million_articles.py vnews_train.jsonl million.jsonl
    echo '{"data":{"train":["million.jsonl"],"test":["vnews_test.jsonl"],"fields":{"text":["text"]}},
           "classifiers":{"topic":{"kind":"multiclass","label":"label","crossValidation":0}}}' > train.json
    /usr/bin/time -v topicmodel train    # "Maximum resident set size"
"""
import argparse
import json
import random


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("articles")
    parser.add_argument("out")
    parser.add_argument("--count", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    with open(arguments.articles, encoding="utf-8") as lines:
        rows = [(row["label"], row["text"].split(" ")) for row in map(json.loads, lines)]
    rng = random.Random(arguments.seed)
    words = {}
    for label, text in rows:
        words.setdefault(label, []).extend(text[::7])
    with open(arguments.out, "w", encoding="utf-8") as out:
        for i in range(arguments.count):
            label, text = rows[i % len(rows)]
            if i >= len(rows):
                text = vary(text, words[label], rng)
            out.write(json.dumps({"id": str(i), "label": label, "text": " ".join(text)}, ensure_ascii=False) + "\n")


def vary(text, pool, rng):
    cut = rng.randrange(len(text))
    text = text[:cut] + text[cut + len(text) // 6:] or text[:1]
    for place, word in zip(rng.choices(range(len(text)), k=len(text) // 10), rng.choices(pool, k=len(text) // 10)):
        text[place] = word
    return text


if __name__ == "__main__":
    main()
