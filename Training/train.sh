#!/bin/sh
# From the corpora to the model file that is shipped. About four hours on two cores.
#   ./train.sh [data directory] [directory for checkpoints]
set -eu
cd "$(dirname "$0")"
data=${1:-../shared/data}
work=${2:-../.build/training}
model=../Sources/TextAnalysis/Resources/newsgraph-en.model

mkdir -p "$work/one" "$work/two"
python3 train.py --data "$data" --out "$work" --world 2
# Two runs go on from there with words hidden; the mean of all three weighs less of what any of them learned by heart.
for run in one:11 two:12; do
    python3 train.py --data "$data" --out "$work/${run%:*}" --seed "${run#*:}" --start "$work/average.pt" \
        --more gum-train=1.4 --dropout 0.15 --hidden 0.15 --rate 3e-4 --head-rate 9e-4 --epochs 3 --averaged 0.3 --decay 0.997 &
done
wait
python3 average.py "$work/average.pt" "$work/one/average.pt" "$work/two/average.pt" --out "$work/mean.pt"
python3 path_prior.py --data "$data" --checkpoint "$work/mean.pt" "$work/path-prior.tsv"
python3 quantize.py --prior "$work/path-prior.tsv" "$work/mean.pt" "$work/plain.model"
python3 evaluate.py --data "$data" --json "$work/figures.json" "$work/plain.model"
python3 quantize.py --prior "$work/path-prior.tsv" --figures "$work/figures.json" \
    "$work/mean.pt" "$model"
python3 reference.py "$model" ../Tests/TextAnalysisTests/Fixtures/reference.json
