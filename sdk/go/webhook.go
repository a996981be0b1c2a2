package depesza

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// Tolerance is how far the time of a webhook may be from the clock.
const Tolerance = 5 * time.Minute

// ErrNotSigned is returned for a webhook whose signature is wrong, missing, or too old.
var ErrNotSigned = errors.New("depesza: the signature of the webhook is not valid")

// IsSigned is whether a request comes from the installation that has this secret, unchanged and within the tolerance of
// now. It needs the raw body: parsing and re-serializing it may change it.
func IsSigned(secret string, header http.Header, body []byte, tolerance time.Duration, now time.Time) bool {
	id, timestamp := header.Get("webhook-id"), header.Get("webhook-timestamp")
	seconds, err := strconv.ParseInt(timestamp, 10, 64)
	if id == "" || err != nil || len(timestamp) > 12 || now.Sub(time.Unix(seconds, 0)).Abs() > tolerance {
		return false
	}
	expected, err := signature(secret, id, timestamp, body)
	if err != nil {
		return false
	}
	// While the secret is rotated, there are two signatures.
	for _, given := range strings.Fields(header.Get("webhook-signature")) {
		if hmac.Equal([]byte(given), []byte(expected)) {
			return true
		}
	}
	return false
}

// WebhookEvent is what all events have. Body is the whole event; decode it into the type of its name, such as
// SmsDeliveredEvent for sms.delivered.
type WebhookEvent struct {
	Event     string          `json:"event"`
	ID        string          `json:"id"`
	MessageID string          `json:"message_id"`
	Timestamp time.Time       `json:"timestamp"`
	Test      bool            `json:"test"`
	Body      json.RawMessage `json:"-"`
}

// ReadWebhook returns the event in a request, or ErrNotSigned.
func ReadWebhook(secret string, header http.Header, body []byte) (*WebhookEvent, error) {
	if !IsSigned(secret, header, body, Tolerance, time.Now()) {
		return nil, ErrNotSigned
	}
	event := &WebhookEvent{Body: body}
	return event, json.Unmarshal(body, event)
}

// SignWebhook returns the header fields that sign a body, as the installation sends them: for tests of a receiver.
func SignWebhook(secret, id string, body []byte, now time.Time) (http.Header, error) {
	timestamp := strconv.FormatInt(now.Unix(), 10)
	signed, err := signature(secret, id, timestamp, body)
	if err != nil {
		return nil, err
	}
	return http.Header{"Webhook-Id": {id}, "Webhook-Timestamp": {timestamp}, "Webhook-Signature": {signed}}, nil
}

func signature(secret, id, timestamp string, body []byte) (string, error) {
	key, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(secret, "whsec_"))
	// An empty key would sign what anybody can sign.
	if err != nil || len(key) == 0 {
		return "", errors.New("depesza: the secret of the webhook endpoint is missing")
	}
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(id + "." + timestamp + "."))
	mac.Write(body)
	return "v1," + base64.StdEncoding.EncodeToString(mac.Sum(nil)), nil
}
