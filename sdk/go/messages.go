package depesza

import (
	"context"
	"crypto/rand"
	"fmt"
	"net/url"
)

// Ptr returns a pointer to a value, for fields that may be left out.
func Ptr[T any](value T) *T { return &value }

// Send sends one message. All attempts carry one idempotency key, that of the message or a new one, so it is sent once.
func (c *Client) Send(ctx context.Context, message NewMessage) (*AcceptedMessage, error) {
	key := ""
	if message.IdempotencyKey != nil {
		key = *message.IdempotencyKey
	}
	answer := &AcceptedMessage{}
	if err := c.Call(ctx, "sendMessage", Request{Body: message, IdempotencyKey: key}, answer); err != nil {
		return nil, err
	}
	return answer, nil
}

// batch is the body of sendBatch. Each of its messages has an idempotency key.
type batch struct {
	Messages []NewMessage `json:"messages"`
}

func isKeyedBatch(body any) bool {
	_, isBatch := body.(batch)
	return isBatch
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
	answer := &SendBatchAnswer{}
	if err := c.Call(ctx, "sendBatch", Request{Body: batch{keyed}}, answer); err != nil {
		return nil, err
	}
	return answer, nil
}

// Message returns one message with its history.
func (c *Client) Message(ctx context.Context, messageID string) (*MessageDetail, error) {
	answer := &MessageDetail{}
	err := c.Call(ctx, "getMessage", Request{Params: map[string]string{"message_id": messageID}}, answer)
	if err != nil {
		return nil, err
	}
	return answer, nil
}

// Cancel cancels a message that has not left.
func (c *Client) Cancel(ctx context.Context, messageID string) (*Message, error) {
	answer := &Message{}
	err := c.Call(ctx, "cancelMessage", Request{Params: map[string]string{"message_id": messageID}}, answer)
	if err != nil {
		return nil, err
	}
	return answer, nil
}

// Messages goes through every message that matches, newest first, page after page.
func (c *Client) Messages(query url.Values) *Iterator[Message] {
	return Iterate[Message](c, "listMessages", Request{Query: query})
}

// Received goes through every message from a phone, newest first, page after page.
func (c *Client) Received(query url.Values) *Iterator[InboundMessage] {
	return Iterate[InboundMessage](c, "listInbound", Request{Query: query})
}

// Iterator goes through the entries of a list of the API:
//
//	for entries.Next(ctx) { use(entries.Value()) }
//	if entries.Err() != nil { … }
type Iterator[T any] struct {
	client  *Client
	id      string
	request Request
	page    []T
	place   int
	isLast  bool
	err     error
}

// Iterate goes through any list of the API by the ID of its call, such as listContacts.
func Iterate[T any](c *Client, id string, request Request) *Iterator[T] {
	query := url.Values{}
	for name, values := range request.Query {
		query[name] = values
	}
	request.Query = query
	iterator := &Iterator[T]{client: c, id: id, request: request, place: -1}
	if !operations[id].paged {
		iterator.err = fmt.Errorf("depesza: %s is no list with pages", id)
	}
	return iterator
}

// Next goes to the next entry, and asks for the next page where one ends. False at the end, and after an error.
func (i *Iterator[T]) Next(ctx context.Context) bool {
	i.place++
	for i.err == nil && i.place >= len(i.page) {
		if i.isLast {
			return false
		}
		i.read(ctx)
	}
	return i.err == nil
}

func (i *Iterator[T]) read(ctx context.Context) {
	var answer struct {
		Data       []T     `json:"data"`
		NextCursor *string `json:"next_cursor"`
	}
	if i.err = i.client.Call(ctx, i.id, i.request, &answer); i.err != nil {
		return
	}
	i.page, i.place = answer.Data, 0
	if i.isLast = answer.NextCursor == nil; !i.isLast {
		i.request.Query.Set("cursor", *answer.NextCursor)
	}
}

// Value is the entry that Next went to.
func (i *Iterator[T]) Value() T { return i.page[i.place] }

// Err is what ended the list before its end; nil if nothing did.
func (i *Iterator[T]) Err() error { return i.err }

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
