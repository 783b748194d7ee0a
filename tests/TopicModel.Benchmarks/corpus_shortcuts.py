#!/usr/bin/python3
"""Looks for shortcuts in data/: what could give a label away without being about it. Everything here should score at chance.

    /usr/bin/python3 corpus_shortcuts.py

Five-fold cross-validated macro-F1 for stance, for "has a theme" and for "sets out tasks", of models that see only: shuffled labels
(all words), form (length, number of lines, lead, headline length, punctuation at the end), boilerplate (captions, credits, sign-offs,
link tails), punctuation and digits, and the writer's batch (the part of the id before '-'). Beside them what words reach, and what
words reach on batches that the model has not seen. Needs Debian's python3-sklearn.
"""
import glob
import json
import os
import random
import re
import unicodedata

import numpy as np
from sklearn.dummy import DummyClassifier
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import f1_score
from sklearn.model_selection import GroupKFold, StratifiedKFold, cross_val_predict
from sklearn.preprocessing import OneHotEncoder, StandardScaler
from sklearn.svm import LinearSVC

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "../.."))
BOILERPLATE = re.compile(r"^(.*(ảnh|đồ họa|video)( minh họa| tư liệu)?\s*:.*|\(?(theo|nguồn)\b.{0,40}|.*ttxvn\)?|(các )?tin (khác|liên quan).*|xem thêm.*|mới nhất|phản hồi.*|\{.*\}.*)$", re.I)


def articles():
    rows = [json.loads(line) for path in sorted(glob.glob(os.path.join(ROOT, "data/*.jsonl"))) for line in open(path, encoding="utf-8")]
    for row in rows:
        row["body"] = unicodedata.normalize("NFC", row["body"])
    return rows


def form(row):
    lines = row["body"].split("\n")
    return [len(row["body"].split()), len(lines), bool(row["lead"]), len(row["title"].split()), len(row["body"]) / len(lines), row["body"].endswith(")"),
            row["title"].endswith("?"), unicodedata.is_normalized("NFC", row["title"])]


def boilerplate(row):
    return " ".join(line for line in row["body"].split("\n") if BOILERPLATE.match(line.strip())) or "none"


def score(features, labels, groups=None):
    folds = GroupKFold(5).split(features, labels, groups) if groups is not None else StratifiedKFold(5, shuffle=True, random_state=0).split(features, labels)
    predicted = cross_val_predict(LinearSVC(C=1.0, class_weight="balanced", max_iter=5000), features, labels, cv=list(folds))
    return f1_score(labels, predicted, average="macro")


def main():
    rows = articles()
    words = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True, token_pattern=r"(?u)\b\w+\b")
    marks = TfidfVectorizer(analyzer="char", ngram_range=(1, 2), preprocessor=lambda text: re.sub(r"[^\W\d_]+", "a", text))
    texts = [row["title"] + "\n" + row["lead"] + "\n" + row["body"] for row in rows]
    batches = [row["id"].split("-")[0] for row in rows]
    views = {
        "words": words.fit_transform(texts),
        "form": StandardScaler().fit_transform(np.array([form(row) for row in rows], float)),
        "boilerplate": TfidfVectorizer(token_pattern=r"(?u)\b\w+\b").fit_transform([boilerplate(row) for row in rows]),
        "punctuation and digits": marks.fit_transform(texts),
        "batch": OneHotEncoder().fit_transform(np.array(batches)[:, None]),
    }
    targets = {"stance": [row["stance"] for row in rows], "has a theme": [bool(row["themes"]) for row in rows], "sets out tasks": [bool(row["tasks"]) for row in rows]}
    print(f"{len(rows)} articles\n\n| seen | " + " | ".join(targets) + " |\n|---|" + "---:|" * len(targets))
    chance = [f1_score(labels, cross_val_predict(DummyClassifier(strategy="stratified", random_state=0), np.zeros((len(rows), 1)), labels), average="macro") for labels in targets.values()]
    print("| chance | " + " | ".join(f"{value:.2f}" for value in chance) + " |")
    shuffled = []
    for labels in targets.values():
        mixed = list(labels)
        random.Random(0).shuffle(mixed)
        shuffled.append(score(views["words"], np.array(mixed)))
    print("| words, shuffled labels | " + " | ".join(f"{value:.2f}" for value in shuffled) + " |")
    for name in ("form", "boilerplate", "punctuation and digits", "batch", "words"):
        print(f"| {name} | " + " | ".join(f"{score(views[name], np.array(labels)):.2f}" for labels in targets.values()) + " |", flush=True)
    print("| words, unseen batches | " + " | ".join(f"{score(views['words'], np.array(labels), batches):.2f}" for labels in targets.values()) + " |")


main()
