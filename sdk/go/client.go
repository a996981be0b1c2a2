// Package depesza is a client of the Depesza SMS API: idempotent retries, paging, and webhook signatures. It needs the
// standard library only.
package depesza

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"time"
)

const userAgent = "depesza-go/0.2.0"

// A longer wait is for the caller to decide about.
const maxWait = time.Minute

// Client is a client of one installation. Goroutines may share it.
type Client struct {
	baseURL, token string
	// Timeout is how long one attempt may take. 30 seconds unless changed.
	Timeout time.Duration
	// MaxRetries is how often a request is repeated at most. 5 unless changed.
	MaxRetries int
	http       http.Client
}

// New returns a client of the installation at baseURL. The token is sent there only; redirects are not followed.
func New(baseURL, token string) (*Client, error) {
	parsed, err := url.Parse(baseURL)
	if err != nil || (parsed.Scheme != "https" && parsed.Scheme != "http") || parsed.Host == "" {
		return nil, errors.New("depesza: the base URL must begin with https://")
	}
	// A line break, as files end with, would begin another header.
	if !tokenShape.MatchString(token) {
		return nil, errors.New("depesza: the token is missing or has characters that tokens don't have")
	}
	client := &Client{baseURL: strings.TrimRight(baseURL, "/"), token: token, Timeout: 30 * time.Second, MaxRetries: 5}
	client.http.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return client, nil
}

// Error is a refusal of the API, or no response: then Status is 0, and it's unknown whether the request took effect.
type Error struct {
	Status int `json:"-"`
	// Code is the stable code, such as insufficient_credits; no_response and unknown are the library's own.
	Code string `json:"code"`
	// Detail is a sentence for people.
	Detail string `json:"detail"`
	// Errors are sentences by field, of a 422.
	Errors    map[string][]string `json:"errors"`
	RequestID string              `json:"request_id"`
	// RetryAfter is how long the API asks to wait; 0 if it doesn't.
	RetryAfter time.Duration `json:"-"`
	// IdempotencyKey is the key that all attempts carried. Use it when you repeat the request later.
	IdempotencyKey string `json:"-"`
	// Problem is the whole body of the response (RFC 9457).
	Problem []byte `json:"-"`
	cause   error
}

func (e *Error) Error() string { return "depesza: " + e.Detail }

func (e *Error) Unwrap() error { return e.cause }

// isTemporary is whether the same request may succeed later: no response, a limit, an error of the server, a key in progress.
func (e *Error) isTemporary() bool {
	return e.Status == 0 || e.Status == 429 || e.Status >= 500 || e.Status == 409 && e.RetryAfter > 0
}

// Request is what a call may carry.
type Request struct {
	// Params are the parameters in the path.
	Params map[string]string
	Query  url.Values
	// Body is encoded as JSON; []byte is a file and sent as it is.
	Body any
	// ContentType is the media type of a file, such as text/csv.
	ContentType string
	// IdempotencyKey is a UUID v4. By default, each call has a new one.
	IdempotencyKey string
	// A batch has a key for each message, in its body.
	isKeyed bool
}

// Call makes a call by its ID in the API reference, such as getAccount, and returns what the API returns as a T; a file
// is a []byte.
func Call[T any](ctx context.Context, c *Client, id string, request Request) (*T, error) {
	text, err := c.call(ctx, id, request)
	if err != nil {
		return nil, err
	}
	answer := new(T)
	if file, isFile := any(answer).(*[]byte); isFile {
		*file = text
	} else if len(text) > 0 {
		err = json.Unmarshal(text, answer)
	}
	return answer, err
}

func (c *Client) call(ctx context.Context, id string, wanted Request) ([]byte, error) {
	operation, isKnown := operations[id]
	if !isKnown {
		return nil, fmt.Errorf("depesza: the API has no call %s", id)
	}
	if operation.keyed && wanted.IdempotencyKey == "" {
		wanted.IdempotencyKey = newKey()
	}
	request, err := c.encode(operation, wanted)
	if err != nil {
		return nil, err
	}
	isRepeatable := operation.method == http.MethodGet || operation.keyed || wanted.isKeyed
	for count := 0; ; count++ {
		text, failure := c.attempt(ctx, request)
		if failure == nil {
			return text, nil
		}
		failure.IdempotencyKey = request.Header.Get("Idempotency-Key")
		wait := failure.RetryAfter
		if wait == 0 {
			wait = backoff(count)
		}
		if !isRepeatable || count >= c.MaxRetries || wait > maxWait || !failure.isTemporary() {
			return nil, failure
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(wait):
		}
	}
}

func (c *Client) attempt(ctx context.Context, request *http.Request) (text []byte, failure *Error) {
	ctx, cancel := context.WithTimeout(ctx, c.Timeout)
	defer cancel()
	request = request.Clone(ctx)
	request.Body, _ = request.GetBody()
	response, err := c.http.Do(request)
	if err == nil {
		defer response.Body.Close()
		text, err = io.ReadAll(response.Body)
	}
	if err != nil {
		return nil, &Error{Code: "no_response", Detail: "the server cannot be reached", cause: err}
	}
	if response.StatusCode < 300 {
		return text, nil
	}
	failure = &Error{Code: "unknown", Detail: "HTTP " + response.Status}
	// What is not JSON was answered by something in between, such as a proxy.
	_ = json.Unmarshal(text, failure)
	failure.Status, failure.Problem = response.StatusCode, text
	if seconds, err := strconv.Atoi(response.Header.Get("Retry-After")); err == nil && seconds > 0 {
		failure.RetryAfter = time.Duration(seconds) * time.Second
	}
	return nil, failure
}

// backoff is half a second, then twice as long each time, up to 16 s, less a random part, so that clients don't return
// together.
func backoff(count int) time.Duration {
	if count > 5 {
		count = 5
	}
	full := 500 * time.Millisecond << count
	return full - time.Duration(time.Now().UnixNano()%int64(full/2))
}

var (
	tokenShape = regexp.MustCompile(`^[\x21-\x7e]+$`)
	keyShape   = regexp.MustCompile(`^[0-9A-Fa-f-]{1,64}$`)
)

func (c *Client) encode(operation operation, wanted Request) (*http.Request, error) {
	parts := strings.Split(operation.path, "/")
	for place, part := range parts {
		if !strings.HasPrefix(part, "{") {
			continue
		}
		value := wanted.Params[strings.Trim(part, "{}")]
		// These three would be another path.
		if value == "" || value == "." || value == ".." {
			return nil, fmt.Errorf("depesza: %s is missing", part)
		}
		parts[place] = url.PathEscape(value)
	}
	body, isFile := wanted.Body.([]byte)
	contentType := wanted.ContentType
	if !isFile && wanted.Body != nil {
		contentType = "application/json"
		var err error
		if body, err = json.Marshal(wanted.Body); err != nil {
			return nil, err
		}
	}
	request, err := http.NewRequest(operation.method, c.baseURL+strings.Join(parts, "/"), bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	request.URL.RawQuery = wanted.Query.Encode()
	request.Header = http.Header{"Authorization": {"Bearer " + c.token}, "User-Agent": {userAgent}}
	if contentType != "" {
		request.Header.Set("Content-Type", contentType)
	}
	if operation.keyed {
		if !keyShape.MatchString(wanted.IdempotencyKey) {
			return nil, errors.New("depesza: an idempotency key is a UUID v4")
		}
		request.Header.Set("Idempotency-Key", wanted.IdempotencyKey)
	}
	return request, nil
}
