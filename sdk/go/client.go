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
	// MaxResponse is how many bytes a response may have. 64 MiB unless changed.
	MaxResponse int64
	http        http.Client
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
	client := &Client{baseURL: strings.TrimRight(baseURL, "/"), token: token}
	client.Timeout, client.MaxRetries, client.MaxResponse = 30*time.Second, 5, 64<<20
	client.http.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return client, nil
}

// Error is a refusal of the API, or no response: then Status is 0, and it's unknown whether the request took effect.
type Error struct {
	Status int `json:"-"`
	// Code is the stable code, such as insufficient_credits; no_response, response_too_large, and unknown are the
	// library's own.
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
	// isToWait is whether the API asks to wait, which may be for 0 seconds.
	isToWait bool
}

func (e *Error) Error() string { return "depesza: " + e.Detail }

func (e *Error) Unwrap() error { return e.cause }

// isTemporary is whether the same request may succeed later: no response, a limit, an error of the server, a key in progress.
func (e *Error) isTemporary() bool {
	return e.Status == 0 || e.Status == 429 || e.Status >= 500 || e.Status == 409 && e.isToWait
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
	// IdempotencyKey is a UUID v4. By default, it's the idempotency_key of the body, or a new one for each call.
	IdempotencyKey string
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
	request, body, err := c.encode(operation, wanted)
	if err != nil {
		return nil, err
	}
	// A batch has a key for each message, in its body.
	isRepeatable := operation.method == http.MethodGet || operation.keyed || id == "sendBatch" && hasKeys(body)
	for count := 0; ; count++ {
		text, failure := c.attempt(ctx, request)
		if failure == nil {
			return text, nil
		}
		failure.IdempotencyKey = request.Header.Get("Idempotency-Key")
		wait := backoff(count)
		if failure.RetryAfter > wait {
			wait = failure.RetryAfter
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
		text, err = io.ReadAll(http.MaxBytesReader(nil, response.Body, c.MaxResponse))
	}
	var tooLarge *http.MaxBytesError
	isTooLarge := errors.As(err, &tooLarge)
	if err != nil && !isTooLarge {
		return nil, &Error{Code: "no_response", Detail: "the server cannot be reached", cause: err}
	}
	if response.StatusCode < 300 && !isTooLarge {
		return text, nil
	}
	failure = &Error{Code: "unknown", Detail: "HTTP " + response.Status, cause: err}
	if isTooLarge {
		failure.Code, failure.Detail, text = "response_too_large", "the response is too large", nil
	}
	// What is not JSON was answered by something in between, such as a proxy.
	_ = json.Unmarshal(text, failure)
	failure.Status, failure.Problem = response.StatusCode, text
	failure.RetryAfter, failure.isToWait = waitIn(response.Header.Get("Retry-After"))
	return nil, failure
}

// waitIn is what Retry-After asks for, in seconds or as a date.
func waitIn(text string) (wait time.Duration, isToWait bool) {
	if date, err := time.Parse(http.TimeFormat, text); err == nil {
		if wait = time.Until(date); wait < 0 {
			wait = 0
		}
		return wait, true
	}
	// What is out of range becomes the highest number.
	seconds, err := strconv.ParseUint(text, 10, 31)
	if err != nil && !errors.Is(err, strconv.ErrRange) {
		return 0, false
	}
	return time.Duration(seconds) * time.Second, true
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

// encode returns the request and its body.
func (c *Client) encode(operation operation, wanted Request) (*http.Request, []byte, error) {
	parts := strings.Split(operation.path, "/")
	for place, part := range parts {
		if !strings.HasPrefix(part, "{") {
			continue
		}
		value := wanted.Params[strings.Trim(part, "{}")]
		// These three would be another path.
		if value == "" || value == "." || value == ".." {
			return nil, nil, fmt.Errorf("depesza: %s is missing", part)
		}
		parts[place] = url.PathEscape(value)
	}
	body, isFile := wanted.Body.([]byte)
	contentType := wanted.ContentType
	if !isFile && wanted.Body != nil {
		contentType = "application/json"
		var err error
		if body, err = json.Marshal(wanted.Body); err != nil {
			return nil, nil, err
		}
	}
	request, err := http.NewRequest(operation.method, c.baseURL+strings.Join(parts, "/"), bytes.NewReader(body))
	if err != nil {
		return nil, nil, err
	}
	request.URL.RawQuery = wanted.Query.Encode()
	request.Header = http.Header{"Authorization": {"Bearer " + c.token}, "User-Agent": {userAgent}}
	if contentType != "" {
		request.Header.Set("Content-Type", contentType)
	}
	if operation.keyed {
		key := keyOf(wanted, body)
		if !keyShape.MatchString(key) {
			return nil, nil, errors.New("depesza: an idempotency key is a UUID v4")
		}
		request.Header.Set("Idempotency-Key", key)
	}
	return request, body, nil
}
