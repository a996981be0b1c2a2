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

// longestWait is the longest wait that a client takes upon itself; a longer one is the caller's to decide about.
const longestWait = time.Minute

// Client is a client of one installation. Goroutines may share it.
type Client struct {
	baseURL string
	token   string
	// Timeout is how long one attempt may take. 30 seconds unless changed.
	Timeout time.Duration
	// MaxRetries is how often a request is repeated at most. 5 unless changed.
	MaxRetries int
	http       *http.Client
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
	stay := func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return &Client{
		baseURL:    strings.TrimRight(baseURL, "/"),
		token:      token,
		Timeout:    30 * time.Second,
		MaxRetries: 5,
		http:       &http.Client{CheckRedirect: stay},
	}, nil
}

// Error is a refusal of the API, or no response at all: then Status is 0, and it's unknown whether the request took effect.
type Error struct {
	// Status is the HTTP status; 0 if no response came.
	Status int `json:"-"`
	// Code is the stable code, such as insufficient_credits; no_response and unknown are the library's own.
	Code string `json:"code"`
	// Detail is a sentence for people.
	Detail string `json:"detail"`
	// Errors are sentences by field, of a 422.
	Errors    map[string][]string `json:"errors"`
	RequestID string              `json:"request_id"`
	// Required and Available are credits, of a 402.
	Required  int `json:"required"`
	Available int `json:"available"`
	// RetryAfter is how long the API asks to wait; 0 if it doesn't.
	RetryAfter time.Duration `json:"-"`
	// IdempotencyKey is the key that all attempts carried. Use it when you repeat the request later.
	IdempotencyKey string `json:"-"`
	cause          error
}

func (e *Error) Error() string {
	if e.Status == 0 {
		return "depesza: the server cannot be reached"
	}
	if e.Detail == "" {
		return fmt.Sprintf("depesza: HTTP %d", e.Status)
	}
	return "depesza: " + e.Detail
}

func (e *Error) Unwrap() error { return e.cause }

// Request is what a call may carry.
type Request struct {
	// Params are the parameters in the path.
	Params map[string]string
	Query  url.Values
	// Body is encoded as JSON; []byte is a file and sent as it is.
	Body any
	// ContentType is the media type of a file. text/csv if empty.
	ContentType string
	// IdempotencyKey is a UUID v4. By default, each call has a new one.
	IdempotencyKey string
}

// Call makes a call by its ID in the API reference, such as getAccount, and decodes what the API returns into answer,
// which is nil, a pointer to a struct, or for a file a pointer to []byte.
func (c *Client) Call(ctx context.Context, id string, request Request, answer any) error {
	operation, isKnown := operations[id]
	if !isKnown {
		return fmt.Errorf("depesza: the API has no call %s", id)
	}
	path, err := fillPath(operation.path, request.Params)
	if err != nil {
		return err
	}
	body, contentType, err := encode(request)
	if err != nil {
		return err
	}
	if len(request.Query) > 0 {
		path += "?" + request.Query.Encode()
	}
	header := http.Header{
		"Authorization": {"Bearer " + c.token},
		"Accept":        {"application/json, text/csv"},
		"User-Agent":    {userAgent},
	}
	if body != nil {
		header.Set("Content-Type", contentType)
	}
	key := ""
	if operation.keyed {
		if key = request.IdempotencyKey; key == "" {
			key = newKey()
		}
		if !keyShape.MatchString(key) {
			return errors.New("depesza: an idempotency key is a UUID v4")
		}
		header.Set("Idempotency-Key", key)
	}
	// A batch has a key for each message, in its body.
	isRepeatable := operation.method == http.MethodGet || key != "" || isKeyedBatch(request.Body)
	return c.persist(ctx, isRepeatable, func() *Error {
		failure := c.attempt(ctx, attempt{operation.method, c.baseURL + path, header, body}, answer)
		if failure != nil {
			failure.IdempotencyKey = key
		}
		return failure
	})
}

func (c *Client) persist(ctx context.Context, isRepeatable bool, try func() *Error) error {
	for count := 0; ; count++ {
		failure := try()
		if failure == nil {
			return nil
		}
		// The caller's own wish to stop is no failure of the network.
		if ctx.Err() != nil {
			return ctx.Err()
		}
		wait := failure.RetryAfter
		if wait == 0 {
			wait = backoff(count)
		}
		if !isRepeatable || count >= c.MaxRetries || wait > longestWait || !failure.isPassing() {
			return failure
		}
		timer := time.NewTimer(wait)
		select {
		case <-ctx.Done():
			timer.Stop()
			return ctx.Err()
		case <-timer.C:
		}
	}
}

type attempt struct {
	method, url string
	header      http.Header
	body        []byte
}

func (c *Client) attempt(ctx context.Context, wanted attempt, answer any) *Error {
	ctx, cancel := context.WithTimeout(ctx, c.Timeout)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, wanted.method, wanted.url, bytes.NewReader(wanted.body))
	if err != nil {
		return noResponse(err)
	}
	request.Header = wanted.header.Clone()
	response, err := c.http.Do(request)
	if err != nil {
		return noResponse(err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		return noResponse(err)
	}
	if response.StatusCode >= 300 {
		failure := &Error{}
		// What is not JSON was answered by something in between, such as a proxy.
		_ = json.Unmarshal(text, failure)
		failure.Status = response.StatusCode
		if failure.Code == "" {
			failure.Code = "unknown"
		}
		if seconds, err := strconv.Atoi(response.Header.Get("Retry-After")); err == nil && seconds > 0 {
			failure.RetryAfter = time.Duration(seconds) * time.Second
		}
		return failure
	}
	if err := decode(text, answer); err != nil {
		return noResponse(err)
	}
	return nil
}

func decode(text []byte, answer any) error {
	if answer == nil || len(text) == 0 {
		return nil
	}
	if file, isFile := answer.(*[]byte); isFile {
		*file = text
		return nil
	}
	return json.Unmarshal(text, answer)
}

func noResponse(cause error) *Error {
	return &Error{Code: "no_response", cause: cause}
}

// isPassing is whether the same request may succeed later: no response, a limit, an error of the server, a key in progress.
func (e *Error) isPassing() bool {
	if e.Status == http.StatusConflict {
		return e.RetryAfter > 0
	}
	return e.Status == 0 || e.Status == http.StatusTooManyRequests || e.Status >= 500
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
	parameter  = regexp.MustCompile(`\{(\w+)\}`)
	tokenShape = regexp.MustCompile(`^[\x21-\x7e]+$`)
	keyShape   = regexp.MustCompile(`^[0-9A-Fa-f-]{1,64}$`)
)

func fillPath(path string, params map[string]string) (string, error) {
	var missing error
	filled := parameter.ReplaceAllStringFunc(path, func(found string) string {
		name := strings.Trim(found, "{}")
		value := params[name]
		// These three would be another path.
		if value == "" || value == "." || value == ".." {
			missing = fmt.Errorf("depesza: %s is missing", name)
		}
		return url.PathEscape(value)
	})
	return filled, missing
}

func encode(request Request) (body []byte, contentType string, err error) {
	switch given := request.Body.(type) {
	case nil:
		return nil, "", nil
	case []byte:
		if request.ContentType == "" {
			return given, "text/csv", nil
		}
		return given, request.ContentType, nil
	default:
		body, err = json.Marshal(given)
		return body, "application/json", err
	}
}
