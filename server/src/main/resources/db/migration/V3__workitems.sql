-- Work that others ask for by UPS-RS: to read a film, whose results are the work item's outputs.
CREATE TABLE workitem (
    uid VARCHAR(64) PRIMARY KEY,
    tenant BIGINT NOT NULL REFERENCES tenant (id),
    state VARCHAR(12) NOT NULL,
    dataset VARCHAR(20000) NOT NULL,
    instance VARCHAR(64) NOT NULL,
    film UUID REFERENCES film (id),
    reason VARCHAR(64),
    made TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX workitem_in_time ON workitem (tenant, state, made);
