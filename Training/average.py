"""Averages the weights of checkpoints that went on from the same network."""

import argparse

import torch


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoints", nargs="+")
    parser.add_argument("--out", required=True)
    a = parser.parse_args()
    all_of_them = [torch.load(path, weights_only=True) for path in a.checkpoints]
    first = all_of_them[0]
    if any(c["labels"] != first["labels"] for c in all_of_them):
        parser.error("the checkpoints have different label sets")
    state = {k: sum(c["state"][k] for c in all_of_them) / len(all_of_them) for k in first["state"]}
    torch.save(dict(first, state=state), a.out)


if __name__ == "__main__":
    main()
