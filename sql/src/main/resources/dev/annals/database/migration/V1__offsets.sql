-- How far each read model has come: written in the transactions that apply events.
CREATE TABLE annals_offsets (
    read_model VARCHAR(255) NOT NULL,
    topic VARCHAR(255) NOT NULL,
    partition_number INTEGER NOT NULL,
    topic_id VARCHAR(64) NOT NULL,
    next_offset BIGINT NOT NULL,
    PRIMARY KEY (read_model, topic, partition_number)
);
