-- Endpoints that closing an account disabled were told by the instant they share with it; now they bear a mark.
UPDATE "webhook_endpoints" e SET "disabled_reason" = 'account_closed'
  FROM "accounts" a WHERE a.id = e.account_id AND a.closed_at = e.disabled_at AND NOT e.enabled;
