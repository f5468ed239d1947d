#!/usr/bin/env bash
# The bank with the broker in its process, and the loyalty service beside it: two processes, one broker. Ctrl-C stops both.
set -euo pipefail
cd "$(dirname "$0")/.."

broker=${BROKER_PORT:-9092}
data=${EMBEDDED_DIRECTORY:-.annals}

mvn -q -DskipTests -pl examples/bank,examples/loyalty -am package

EMBEDDED_DIRECTORY=$data/bank EMBEDDED_PORT=$broker java -jar examples/bank/target/bank.jar &
bank=$!
trap 'kill $(jobs -p) 2>/dev/null; wait' EXIT
# It reads the bank's topics, which the bank makes.
until curl -sf --max-time 2 -o /dev/null localhost:9082/health/ready; do
    kill -0 $bank
    sleep 0.5
done
EMBEDDED_DIRECTORY=$data/loyalty KAFKA_BOOTSTRAP_SERVERS=localhost:$broker java -jar examples/loyalty/target/loyalty.jar &
wait -n
