#!/bin/sh
# From the corpora to the model file that is shipped. About six hours on two cores; with avx512_bf16 nearer five.
#   ./train.sh [data directory] [directory for checkpoints] [CoNLL-U of news, by `newsgraph parse`]
set -eu
cd "$(dirname "$0")"
data=${1:-../shared/data}
work=${2:-../.build/training}
news=${3:-}
model=../Sources/TextAnalysis/Resources/newsgraph-en.model

mkdir -p "$work/one" "$work/two" "$work/teacher" "$work/three" "$work/four"
python3 train.py --data "$data" --out "$work" --world 2
# Two runs go on from there with words hidden; the mean of all three weighs less of what any of them learned by heart.
for run in one:11 two:12; do
    python3 train.py --data "$data" --out "$work/${run%:*}" --seed "${run#*:}" --start "$work/average.pt" \
        --more gum-train=1.4 --dropout 0.15 --hidden 0.15 --rate 3e-4 --head-rate 9e-4 --epochs 3 --averaged 0.3 --decay 0.997 &
done
wait
python3 average.py "$work/average.pt" "$work/one/average.pt" "$work/two/average.pt" --out "$work/mean.pt"
# A larger encoder of another family teaches heads and relations; together they see news that nobody labelled.
python3 train.py --data "$data" --out "$work/teacher" --encoder mpnet --bfloat16 --threads 2 --epochs 2 --budget 2048 \
    --rate 1e-4 --head-rate 1e-3 --integers 0 --development 16 --seed 3
for share in 0 1; do
    python3 teach.py --data "$data" ${news:+--news "$news"} --without frame-examples conll masc wikigold politics --share $share/2 \
        --out "$work/taught$share.pt" "$work/mean.pt" --parsers "$work/teacher/epoch-2.pt" &
done
wait
for run in three:21 four:22; do
    python3 train.py --data "$data" --out "$work/${run%:*}" --seed "${run#*:}" --start "$work/mean.pt" \
        --taught "$work/taught0.pt" "$work/taught1.pt" ${news:+--news "$news" --news-passes 3} \
        --more gum-train=1.4 --bfloat16 --dropout 0.1 --hidden 0.1 --rate 3e-4 --head-rate 9e-4 --epochs 4 --averaged 0.3 --decay 0.997 &
done
wait
python3 average.py "$work/mean.pt" "$work/three/average.pt" "$work/four/average.pt" --out "$work/final.pt"
set -- --path-prior "$work/path-prior.tsv" --upos-prior "$work/upos-prior.tsv"
python3 learn_priors.py --data "$data" "$work/final.pt" "$work/path-prior.tsv" "$work/upos-prior.tsv"
python3 quantize.py "$@" "$work/final.pt" "$work/plain.model"
python3 evaluate.py --data "$data" --json "$work/figures.json" "$work/plain.model"
python3 quantize.py "$@" --figures "$work/figures.json" "$work/final.pt" "$model"
python3 reference.py "$model" ../Tests/TextAnalysisTests/Fixtures/reference.json
