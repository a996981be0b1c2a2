// What each library has to do, as a program that the tests run against a real server: a command, and its input as JSON.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"strconv"
	"time"

	"depesza.example/go/depesza"
)

// signedCase is a webhook that may be signed.
type signedCase struct {
	Secret  string            `json:"secret"`
	Headers map[string]string `json:"headers"`
	Text    string            `json:"body"`
	Now     int64             `json:"now"`
}

// input is what any command reads.
type input struct {
	depesza.NewMessage
	Messages  []depesza.NewMessage `json:"messages"`
	MessageID string               `json:"message_id"`
	Limit     json.Number          `json:"limit"`
	Cases     []signedCase         `json:"cases"`
	Secret    string               `json:"secret"`
	Headers   map[string]string    `json:"headers"`
	ID        string               `json:"id"`
	Text      string               `json:"-"`
	Now       int64                `json:"now"`
	Operation string               `json:"operation"`
	Given     json.RawMessage      `json:"given"`
	raw       json.RawMessage
}

func main() {
	given, err := read()
	var answer any
	if err == nil {
		answer, err = run(os.Args[1], given)
	}
	var refusal *depesza.Error
	switch {
	case err == nil:
	case errors.As(err, &refusal):
		answer = map[string]any{"error": map[string]any{
			"status": refusal.Status, "code": refusal.Code, "errors": refusal.Errors,
			"key": refusal.IdempotencyKey, "detail": refusal.Error(),
		}}
	default:
		answer = map[string]any{"error": map[string]any{"code": "misuse", "detail": err.Error()}}
	}
	text, encodeErr := json.Marshal(answer)
	if encodeErr != nil {
		panic(encodeErr)
	}
	fmt.Println(string(text))
	if err != nil {
		os.Exit(1)
	}
}

func read() (given input, err error) {
	if err = json.NewDecoder(os.Stdin).Decode(&given.raw); err != nil {
		return given, err
	}
	if err = json.Unmarshal(given.raw, &given); err == nil && given.Body != nil {
		given.Text = *given.Body
	}
	return given, err
}

func run(command string, given input) (any, error) {
	switch command {
	case "verify":
		verdicts := []bool{}
		for _, each := range given.Cases {
			now := time.Unix(each.Now, 0)
			verdict := depesza.IsSigned(each.Secret, each.header(), []byte(each.Text), depesza.Tolerance, now)
			verdicts = append(verdicts, verdict)
		}
		return verdicts, nil
	case "sign":
		header, err := depesza.SignWebhook(given.Secret, given.ID, []byte(given.Text), time.Unix(given.Now, 0))
		return flat(header), err
	case "event":
		event, err := depesza.ReadWebhook(given.Secret, given.header(), []byte(given.Text))
		if err != nil {
			return nil, err
		}
		return event.Body, nil
	}
	client, err := newClient()
	if err != nil {
		return nil, err
	}
	return ask(client, command, given)
}

func ask(client *depesza.Client, command string, given input) (any, error) {
	ctx := context.Background()
	switch command {
	case "send":
		return client.Send(ctx, given.NewMessage)
	case "batch":
		answer, err := client.SendBatch(ctx, given.Messages)
		if err != nil {
			return nil, err
		}
		return answer.Data, nil
	case "read":
		return client.Message(ctx, given.MessageID)
	case "cancel":
		return client.Cancel(ctx, given.MessageID)
	case "list":
		return list(ctx, client, given)
	case "account":
		return depesza.Call[depesza.Account](ctx, client, "getAccount", depesza.Request{})
	case "template":
		return depesza.Call[depesza.Template](ctx, client, "createTemplate", depesza.Request{Body: given.raw})
	case "call":
		return depesza.Call[json.RawMessage](ctx, client, given.Operation, depesza.Request{Body: given.Given})
	case "csv":
		file, err := depesza.Call[[]byte](ctx, client, "exportOptOuts", depesza.Request{})
		if err != nil {
			return nil, err
		}
		return string(*file), nil
	}
	return nil, fmt.Errorf("there is no command %s", command)
}

func list(ctx context.Context, client *depesza.Client, given input) (any, error) {
	ids := []string{}
	query := url.Values{}
	if given.Limit != "" {
		query.Set("limit", given.Limit.String())
	}
	for key, value := range given.Metadata {
		query.Set("metadata["+key+"]", fmt.Sprint(value))
	}
	err := client.Messages(ctx, query, func(message depesza.Message) error {
		ids = append(ids, message.MessageID)
		return nil
	})
	return ids, err
}

func newClient() (*depesza.Client, error) {
	client, err := depesza.New(os.Getenv("DEPESZA_URL"), os.Getenv("ACTIO_TOKEN"))
	if err != nil {
		return nil, err
	}
	client.MaxRetries = 4
	client.MaxResponse = 1_000_000
	client.Timeout = 10 * time.Second
	if milliseconds, err := strconv.Atoi(os.Getenv("TIMEOUT_MS")); err == nil {
		client.Timeout = time.Duration(milliseconds) * time.Millisecond
	}
	return client, nil
}

func (given input) header() http.Header { return headerOf(given.Headers) }

func (each signedCase) header() http.Header { return headerOf(each.Headers) }

func headerOf(fields map[string]string) http.Header {
	header := http.Header{}
	for name, value := range fields {
		header.Set(name, value)
	}
	return header
}

func flat(header http.Header) map[string]string {
	fields := map[string]string{}
	for name := range header {
		fields[http.CanonicalHeaderKey(name)] = header.Get(name)
	}
	return fields
}
