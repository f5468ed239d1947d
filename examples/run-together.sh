#!/usr/bin/env bash
# The bank with the broker in its process, and beside it the loyalty service, which reads the bank's events, and the catalogue: three
# processes, one broker. Ctrl-C stops all.
set -euo pipefail
cd "$(dirname "$0")/.."

broker=${BROKER_PORT:-9092}
data=${EMBEDDED_DIRECTORY:-.annals}

mvn -q -DskipTests -pl examples/bank,examples/loyalty,examples/books -am package

EMBEDDED_DIRECTORY=$data/bank EMBEDDED_PORT=$broker java -jar examples/bank/target/bank.jar &
bank=$!
trap 'kill $(jobs -p) 2>/dev/null; wait' EXIT
# Its topics are read by another, and it makes them.
until curl -sf --max-time 2 -o /dev/null localhost:9082/health/ready; do
    kill -0 $bank
    sleep 0.5
done
for service in loyalty books; do
    EMBEDDED_DIRECTORY=$data/$service KAFKA_BOOTSTRAP_SERVERS=localhost:$broker \
        java -jar examples/$service/target/$service.jar &
done
wait -n
