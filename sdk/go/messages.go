package depesza

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"net/url"
)

// Ptr returns a pointer to a value, for fields that may be left out.
func Ptr[T any](value T) *T { return &value }

// Send sends one message. All attempts carry one idempotency key, that of the message or a new one, so it is sent once.
func (c *Client) Send(ctx context.Context, message NewMessage) (*AcceptedMessage, error) {
	return Call[AcceptedMessage](ctx, c, "sendMessage", Request{Body: message})
}

// SendBatch sends up to 10,000 messages, each with an idempotency key of its own.
func (c *Client) SendBatch(ctx context.Context, messages []NewMessage) (*SendBatchAnswer, error) {
	keyed := make([]NewMessage, len(messages))
	for place, message := range messages {
		if message.IdempotencyKey == nil {
			message.IdempotencyKey = Ptr(newKey())
		}
		keyed[place] = message
	}
	return Call[SendBatchAnswer](ctx, c, "sendBatch", Request{Body: map[string]any{"messages": keyed}})
}

// Message returns one message with its history.
func (c *Client) Message(ctx context.Context, messageID string) (*MessageDetail, error) {
	return Call[MessageDetail](ctx, c, "getMessage", Request{Params: map[string]string{"message_id": messageID}})
}

// Cancel cancels a message that has not left.
func (c *Client) Cancel(ctx context.Context, messageID string) (*Message, error) {
	return Call[Message](ctx, c, "cancelMessage", Request{Params: map[string]string{"message_id": messageID}})
}

// Messages calls visit with every message that matches, newest first, page after page.
func (c *Client) Messages(ctx context.Context, query url.Values, visit func(Message) error) error {
	return Each(ctx, c, "listMessages", Request{Query: query}, visit)
}

// Received calls visit with every message from a phone, newest first, page after page.
func (c *Client) Received(ctx context.Context, query url.Values, visit func(InboundMessage) error) error {
	return Each(ctx, c, "listInbound", Request{Query: query}, visit)
}

// Each calls visit with every entry of any list of the API, by the ID of its call, such as listContacts. It asks for the
// next page where one ends. An error of visit ends it and is returned.
func Each[T any](ctx context.Context, c *Client, id string, request Request, visit func(T) error) error {
	if !operations[id].paged {
		return fmt.Errorf("depesza: %s is no list with pages", id)
	}
	query := url.Values{}
	for name, values := range request.Query {
		query[name] = values
	}
	request.Query = query
	for {
		page, err := Call[struct {
			Data       []T     `json:"data"`
			NextCursor *string `json:"next_cursor"`
		}](ctx, c, id, request)
		if err != nil {
			return err
		}
		for _, entry := range page.Data {
			if err := visit(entry); err != nil {
				return err
			}
		}
		if page.NextCursor == nil {
			return nil
		}
		query.Set("cursor", *page.NextCursor)
	}
}

// keyOf is the key of a request: as given, or of its body, or a new one.
func keyOf(wanted Request, body []byte) string {
	var message keyed
	if wanted.IdempotencyKey != "" {
		return wanted.IdempotencyKey
	}
	if json.Unmarshal(body, &message) == nil && message.Key != nil {
		return *message.Key
	}
	return newKey()
}

// hasKeys is whether each message of a batch has a key.
func hasKeys(body []byte) bool {
	var batch struct {
		Messages []keyed `json:"messages"`
	}
	err := json.Unmarshal(body, &batch)
	for _, message := range batch.Messages {
		if message.Key == nil || *message.Key == "" {
			return false
		}
	}
	return err == nil
}

type keyed struct {
	Key *string `json:"idempotency_key"`
}

// newKey is a UUID v4.
func newKey() string {
	b := make([]byte, 16)
	if _, err := rand.Read(b); err != nil {
		panic(err)
	}
	b[6] = b[6]&0x0f | 0x40
	b[8] = b[8]&0x3f | 0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:])
}
