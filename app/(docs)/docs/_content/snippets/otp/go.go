// Sends a login code that is good for ten minutes.
package main

import (
	"bytes"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"math/big"
	"net/http"
	"os"
	"strconv"
	"time"
)

var client = &http.Client{Timeout: 30 * time.Second}

type answer struct {
	MessageID string `json:"message_id"`
	Status    any    `json:"status"`
	Detail    string `json:"detail"` // 401, 402 and 422 say here what to correct.
}

// storedCode is what to keep with the login attempt; never the code itself.
type storedCode struct {
	Key       []byte
	Hash      string
	ExpiresAt time.Time
	TriesLeft int
}

func sendCode(to string) (code string, result answer, err error) {
	number, err := rand.Int(rand.Reader, big.NewInt(1_000_000))
	if err != nil {
		return "", result, err
	}
	code = fmt.Sprintf("%06d", number)
	key := uuid4()
	body, err := json.Marshal(map[string]any{
		"from": "YourBrand",
		"to":   to,
		"body": "Your login code: " + code,
		// A code that comes after it has run out only confuses.
		"validity": 600,
	})
	if err != nil {
		return "", result, err
	}
	for attempt := 1; ; attempt++ {
		request, err := http.NewRequest("POST", "http://localhost:3000/api/sms", bytes.NewReader(body))
		if err != nil {
			return "", result, err
		}
		request.Header.Set("Authorization", "Bearer "+os.Getenv("ACTIO_TOKEN"))
		request.Header.Set("Content-Type", "application/json")
		request.Header.Set("Idempotency-Key", key)
		response, err := client.Do(request)
		if err != nil {
			return "", result, err
		}
		defer response.Body.Close()
		if (response.StatusCode == 429 || response.StatusCode >= 500) && attempt < 3 {
			seconds, _ := strconv.Atoi(response.Header.Get("Retry-After"))
			time.Sleep(time.Duration(seconds) * time.Second)
			continue
		}
		err = json.NewDecoder(response.Body).Decode(&result)
		if err == nil && response.StatusCode != 200 {
			err = errors.New(result.Detail)
		}
		return code, result, err
	}
}

func uuid4() string {
	b := randomBytes(16)
	b[6] = b[6]&0x0f | 0x40
	b[8] = b[8]&0x3f | 0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:])
}

func randomBytes(count int) []byte {
	b := make([]byte, count)
	if _, err := rand.Read(b); err != nil {
		panic(err)
	}
	return b
}

func main() {
	log.SetFlags(0)
	code, result, err := sendCode("48732129000")
	if err != nil {
		log.Fatal(err)
	}
	key := randomBytes(32)
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(code))
	stored := storedCode{
		Key:       key,
		Hash:      hex.EncodeToString(mac.Sum(nil)),
		ExpiresAt: time.Now().Add(10 * time.Minute),
		TriesLeft: 5,
	}
	fmt.Println(result.MessageID, result.Status, "attempts left:", stored.TriesLeft)
}
