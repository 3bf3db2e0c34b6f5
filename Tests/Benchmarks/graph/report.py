"""The figures of the graph benchmark as tables in Markdown."""
import datetime
import importlib.metadata
import platform
import sqlite3
import statistics

OURS = "newsgraph Cypher"
# What the project has promised: how many times as much CPU Ladybug needs at least; limits of our own.
AIMS = {"filtered path": 10}
LIMITS = {"load, CPU s": 30, "file, MB": 400, "memory while serving, MB": 500}


def setting(rounds):
    """What the figures were measured with."""
    with open("/proc/cpuinfo", encoding="utf8") as file:
        processor = next((line.split(":")[1].strip() for line in file if line.startswith("model name")), platform.machine())
    packages = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in ("ladybug", "duckdb", "networkx"))
    return (
        f"{datetime.date.today()}, {processor}, {rounds} rounds; Python {platform.python_version()}, {packages}, SQLite "
        f"{sqlite3.sqlite_version}; one thread each unless the name says otherwise.\n")


def mean_milliseconds(samples, numbers):
    return 1000 * statistics.fmean(statistics.median(samples[number]) for number in numbers)


def markdown(contenders, counts):
    """A table of times, one of sizes, and what the contenders cannot do."""
    ours = next((contender for contender in contenders if contender.name == OURS), contenders[0])
    names = [contender.name for contender in contenders]
    lines = ["| CPU ms an answer (× ours) | " + " | ".join(names) + " |", "|---" * (len(names) + 1) + "|"]
    for task, count in counts.items():
        cells = [cell(contender, ours, task) for contender in contenders]
        lines.append(f"| {task} ({count}) | " + " | ".join(cells) + " |")
    lines += ["", "| | " + " | ".join(names) + " |", "|---" * (len(names) + 1) + "|"]
    sizes = {
        "load, CPU s": lambda contender: contender.load_cpu,
        "peak memory while loading, MB": lambda contender: contender.load_memory,
        "file, MB": lambda contender: contender.size,
        "until the first question, CPU s": lambda contender: contender.ready_cpu,
        "memory while serving, MB": lambda contender: contender.memory,
    }
    for name, value in sizes.items():
        values = map(value, contenders)
        lines.append(f"| {name} | " + " | ".join("" if number is None else f"{number:.4g}" for number in values) + " |")
    return "\n".join(lines + ["", *verdicts(contenders, ours, counts)])


def cell(contender, ours, task):
    """`3.20 (×12, ×9.1 at the median question)`; how many questions were asked when it was not all of them."""
    samples, reference = contender.samples.get(task), ours.samples.get(task)
    if not samples:
        return "–"
    text = f"{mean_milliseconds(samples, samples):.3g}"
    if contender is ours or not reference:
        return text
    common = sorted(samples.keys() & reference.keys())
    by_question = statistics.median(statistics.median(samples[number]) / statistics.median(reference[number]) for number in common)
    text += f" (×{ratio(samples, reference):.3g}; ×{by_question:.3g})"
    return text if len(samples) == len(reference) else text + f" {len(samples)} asked"


def ratio(samples, reference):
    common = samples.keys() & reference.keys()
    return mean_milliseconds(samples, common) / mean_milliseconds(reference, common)


def verdicts(contenders, ours, counts):
    """Each aim and whether it is reached."""
    ladybug = next((contender for contender in contenders if contender.name == "Ladybug"), None)
    if ladybug is None or ladybug is ours:
        return
    for task in counts:
        if task in ours.samples and task in ladybug.samples:
            found, aim = ratio(ladybug.samples[task], ours.samples[task]), AIMS.get(task, 1)
            yield f"- {task}: {found:.3g} × Ladybug's speed (aim {aim}){'' if found >= aim else ': **not reached**'}"
    load = ladybug.load_cpu / ours.load_cpu
    yield f"- load: {load:.3g} × Ladybug's speed, which makes no index of words (aim 1){'' if load >= 1 else ': **not reached**'}"
    for name, found in (("load, CPU s", ours.load_cpu), ("file, MB", ours.size), ("memory while serving, MB", ours.memory)):
        yield f"- {name}: {found:.4g} (aim ≤ {LIMITS[name]}){'' if found <= LIMITS[name] else ': **not reached**'}"
