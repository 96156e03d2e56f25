CREATE TRIGGER audit_is_not_changed BEFORE UPDATE, DELETE ON audit FOR EACH ROW CALL 'aerate.server.database.AppendOnly';
CREATE TRIGGER opinion_is_not_changed BEFORE UPDATE, DELETE ON opinion FOR EACH ROW CALL 'aerate.server.database.AppendOnly';
CREATE TRIGGER reading_is_not_changed BEFORE UPDATE, DELETE ON reading FOR EACH ROW CALL 'aerate.server.database.AppendOnly';
