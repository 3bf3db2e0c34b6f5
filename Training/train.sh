#!/bin/sh
# From the corpora to the model file that is shipped. About two hours on two cores.
#   ./train.sh [data directory] [directory for checkpoints]
set -eu
cd "$(dirname "$0")"
data=${1:-../shared/data}
work=${2:-../.build/training}
model=../Sources/TextAnalysis/Resources/newsgraph-en.model

mkdir -p "$work"
python3 train.py --data "$data" --out "$work" --world 2
python3 path_prior.py --data "$data" --checkpoint "$work/average.pt" "$work/path-prior.tsv"
python3 quantize.py --prior "$work/path-prior.tsv" "$work/average.pt" "$work/plain.model"
python3 evaluate.py --data "$data" --json "$work/figures.json" "$work/plain.model"
python3 quantize.py --prior "$work/path-prior.tsv" --figures "$work/figures.json" \
    "$work/average.pt" "$model"
python3 reference.py "$model" ../Tests/TextAnalysisTests/Fixtures/reference.json
