#!/usr/bin/python3
"""Writes a corpus of a million articles: those of a file again and again, their text varied. Standard library only.

    tests/TopicModel.Benchmarks/million_articles.py ARTICLES.jsonl OUT.jsonl [--count 1000000] [--seed 1]

In every copy but the first each sentence is left out with a chance of 0.15, the others move up, and a tenth of the words is replaced by
words of other articles of the same label, drawn by their frequency, so that no two copies are near-duplicates of 0.8 and n-grams that no
other copy has keep coming, as they do in new articles. Lines need "text" and "label"; the identifier is new. Train on it with
`topicmodel train --set classifiers.topic.crossValidation=0`, below `/usr/bin/time -v` for the peak of memory.
"""
import argparse
import json
import random
import re


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("articles")
    parser.add_argument("out")
    parser.add_argument("--count", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    with open(arguments.articles, encoding="utf-8") as lines:
        rows = [(row["label"], row["text"]) for row in map(json.loads, lines)]
    rng = random.Random(arguments.seed)
    words = {}
    for label, text in rows:
        words.setdefault(label, []).extend(text.split()[::7])
    with open(arguments.out, "w", encoding="utf-8") as out:
        for i in range(arguments.count):
            label, text = rows[i % len(rows)]
            if i >= len(rows):
                text = vary(text, words[label], rng)
            out.write(json.dumps({"id": str(i), "label": label, "text": text}, ensure_ascii=False) + "\n")


def vary(text, pool, rng):
    sentences = [sentence for sentence in re.split(r"(?<=[.!?])\s+", text) if rng.random() >= 0.15] or [text]
    tokens = " ".join(sentences).split(" ")
    for _ in range(len(tokens) // 10):
        tokens[rng.randrange(len(tokens))] = pool[rng.randrange(len(pool))]
    return " ".join(tokens)


if __name__ == "__main__":
    main()
