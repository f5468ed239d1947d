CREATE TABLE invoice_list (
    id UUID PRIMARY KEY,
    customer VARCHAR(200) NOT NULL,
    email VARCHAR(200) NOT NULL,
    issue_date DATE NOT NULL,
    due_date DATE NOT NULL,
    total NUMERIC(14, 2) NOT NULL,
    paid BOOLEAN NOT NULL
);

CREATE INDEX invoice_list_due ON invoice_list (paid, due_date);
