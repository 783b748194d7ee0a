#!/usr/bin/env python3
"""Plants label errors in a copy of a corpus and measures how well label-issues.jsonl finds them. Standard library only.

    tests/TopicModel.Benchmarks/planted_label_errors.py            # the shipped train.json and data, 5 % of the labels flipped
    tests/TopicModel.Benchmarks/planted_label_errors.py --share 0.05 --seed 1 --threads 1

One classifier after the other gets wrong labels, the others keep theirs. A flip gives a multiclass article another label at random, turns
one label of a multilabel article on or off, and takes all passages from an article with some or gives one without any two of its sentences.
Printed: the share of flips that are in the top 8 % of the documents by rank, and the share of the top 3 % that are flips.
"""
import argparse, glob, json, os, random, re, subprocess, sys, tempfile

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))


def read(config, folder):
    files = {}
    for pattern in config["data"]["train"]:
        for path in sorted(glob.glob(os.path.join(folder, pattern))):
            with open(path, encoding="utf-8") as lines:
                files[os.path.basename(path)] = [json.loads(line) for line in lines]
    return files


def labels_of(articles, field):
    values = {value for article in articles for value in (article[field] if isinstance(article[field], list) else [article[field]])}
    return sorted(values)


def flip(article, kind, field, labels, rng):
    if kind == "multilabel":
        label = rng.choice(labels)
        article[field] = [one for one in article[field] if one != label] if label in article[field] else article[field] + [label]
    elif kind == "passages":
        sentences = [s.strip() for s in re.split(r"(?<=[.!?])\s+", article["body"]) if len(s.strip()) > 40]
        article[field] = [] if article[field] else rng.sample(sentences, min(2, len(sentences)))
    else:
        article[field] = rng.choice([one for one in labels if one != article[field]])


def plant(config, name, share, seed, target, folder):
    """Writes corpus and configuration to the target folder; returns the flipped identifiers and the number of documents."""
    files, rng = read(config, folder), random.Random(seed)
    articles = [article for rows in files.values() for article in rows]
    classifier = config["classifiers"][name]
    field, kind = classifier["label"], classifier["kind"]
    labels = labels_of(articles, field) if kind != "passages" else []
    chosen = rng.sample(articles, round(share * len(articles)))
    for article in chosen:
        flip(article, kind, field, labels, rng)
    os.makedirs(os.path.join(target, "data"))
    for file, rows in files.items():
        with open(os.path.join(target, "data", file), "w", encoding="utf-8") as out:
            out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    own = json.loads(json.dumps(config)) | {"classifiers": {name: classifier | {"learningCurve": False}}}
    own.pop("$schema", None)
    own["data"]["train"] = ["data/*.jsonl"]
    with open(os.path.join(target, "train.json"), "w", encoding="utf-8") as out:
        json.dump(own, out)
    return {article["id"] for article in chosen}, len(articles)


def measure(command, target, flipped, documents):
    subprocess.run(command + ["train", "--quiet", "--json"], cwd=target, check=True, stdout=subprocess.DEVNULL)
    with open(os.path.join(target, "models", "reports", "label-issues.jsonl"), encoding="utf-8") as lines:
        ranking = [issue["id"] for issue in map(json.loads, lines) if "rank" in issue]
    top8, top3 = ranking[:round(0.08 * documents)], ranking[:round(0.03 * documents)]
    return len(flipped & set(top8)) / len(flipped), len(flipped & set(top3)) / max(1, len(top3)), len(ranking)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--config", default=os.path.join(ROOT, "train.json"))
    parser.add_argument("--share", type=float, default=0.05)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--topicmodel", default=f"dotnet {ROOT}/src/TopicModel.Cli/bin/Release/net10.0/topicmodel.dll", help="the console; build it first with dotnet build -c Release")
    options = parser.parse_args()
    with open(options.config, encoding="utf-8") as file:
        config = json.load(file)
    print(f"{'classifier':<12} {'flips':>5} {'in top 8 %':>11} {'flips in top 3 %':>17} {'suspects':>9}")
    missed = False
    for name in config["classifiers"]:
        with tempfile.TemporaryDirectory() as target:
            flipped, documents = plant(config, name, options.share, options.seed, target, os.path.dirname(options.config))
            found, pure, suspects = measure(options.topicmodel.split(), target, flipped, documents)
        print(f"{name:<12} {len(flipped):>5} {found:>11.3f} {pure:>17.3f} {suspects:>9}", flush=True)
        missed |= found < 0.6 or pure < 0.5
    sys.exit(3 if missed else 0)


main()
